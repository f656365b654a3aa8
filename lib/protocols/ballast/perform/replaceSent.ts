import { askReplacement } from "@/lib/chain/askWallet";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { replacementFees } from "@/lib/chain/replacementFees";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { invariant } from "@/lib/errors/invariant";
import { cancellingCall } from "@/lib/transaction/cancellingCall";
import { checkPolicy } from "@/lib/transaction/checkPolicy";
import type { Replacement, TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { Sent } from "@/lib/transaction/TransactionState";
import { policyOf } from "./policyOf";
import { signedPlan } from "./signedPlan";

/** What came of asking: sent, or why not, as the code of an error. */
export type ReplacementAnswer = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** A wallet that is asked for it, and the loop that is told. */
export type Replacing = {
  readonly wallet: () => Promise<WalletClient>;
  readonly record: (event: TransactionEvent) => boolean;
};

/**
 * Speeds up a transaction that waits, or cancels it: the same call, or nothing to oneself, with the same number and higher
 * fees, so that one of the two is mined and never both. The same call is held against the policy once more. Never throws.
 */
export async function replaceSent(
  source: ChainSource,
  { sent, kind }: { readonly sent: Sent; readonly kind: Replacement },
  { wallet, record }: Replacing,
): Promise<ReplacementAnswer> {
  try {
    const { account } = sent.plan;
    const plan = signedPlan(sent, source.deployment.addresses);
    const step = plan.steps[sent.finished.length];
    invariant(step?.kind === "approve" || step?.kind === "act", "only calls are sent");
    const { block } = await (await quorumSource(source)).reader.read({});
    const violations = checkPolicy(plan, policyOf(source.deployment, account, block.timestamp));
    if (kind === "speedUp" && violations.length > 0) return { ok: false, code: "policy" };
    const fees = await replacementFees(source.client, sent.hash);
    const call = kind === "speedUp" ? step.call : cancellingCall(account);
    const answer = await askReplacement(await wallet(), { plan, step: { ...step, call }, nonce: sent.sentNonce }, fees);
    if (!answer.ok) return answer;
    record({ type: "replacementSent", kind, hash: sent.hash, byHash: answer.hash });
    return { ok: true };
  } catch (cause) {
    return { ok: false, code: chainFailure(cause).code };
  }
}
