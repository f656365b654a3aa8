import { askWallet, type Question } from "@/lib/chain/askWallet";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import { permitDifferences } from "@/lib/chain/permitDifferences";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { transactionCount } from "@/lib/chain/transactionCount";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { walletFailure } from "@/lib/chain/walletFailure";
import { batchOf } from "@/lib/transaction/batch";
import { checkPolicy } from "@/lib/transaction/checkPolicy";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { BlockReason, Progress } from "@/lib/transaction/TransactionState";
import { nodesReason } from "./nodesReason";
import { policyOf } from "./policyOf";
import { signedPlan } from "./signedPlan";

/** A plan under way whose next step the person accepted; `nonce` is the one it must have, when that is known. */
export type AcceptedStep = { readonly progress: Progress; readonly nonce: number | null };

/** How the loop is told: `asked` must be recorded and stored before the wallet hears of it. */
export type Asking = {
  readonly wallet: () => Promise<WalletClient>;
  /** False: the event did not fit, so somebody else was faster and the wallet must not be asked. */
  readonly record: (event: TransactionEvent) => boolean;
};

/**
 * Answers the command `ask`: policy on the final bytes, then the nonce is recorded, then the wallet is asked. What fails
 * before the wallet is asked blocks the plan and binds no nonce. Never throws; what happens is recorded as events.
 */
export async function askStep(source: ChainSource, accepted: AcceptedStep, { wallet, record }: Asking): Promise<void> {
  const ready = await questionOf(source, accepted);
  if (!ready.ok) {
    record({ type: "blocked", planId: accepted.progress.plan.id, reason: ready.reason });
    return;
  }
  const { question } = ready;
  if (!record({ type: "asked", nonce: question.nonce })) return;
  try {
    const client = await wallet().catch((cause: unknown) => Promise.reject(walletFailure(cause, question.step.kind)));
    record(await checked(source, question, await askWallet(client, question)));
  } catch (cause) {
    record({ type: "walletFailed", code: chainFailure(cause).code });
  }
}

/** A permit that is not of what was shown is thrown away here, before anything is made of it. */
async function checked(source: ChainSource, { step }: Question, answer: TransactionEvent): Promise<TransactionEvent> {
  if (answer.type !== "permitSigned" || step.kind !== "permit") return answer;
  const differences = await permitDifferences(source, step, answer.signature);
  return differences.length === 0 ? answer : { type: "signedOther", differences };
}

type Ready = { readonly ok: true; readonly question: Question } | { readonly ok: false; readonly reason: BlockReason };

async function questionOf(source: ChainSource, { progress, nonce: boundNonce }: AcceptedStep): Promise<Ready> {
  try {
    const plan = signedPlan(progress, source.deployment.addresses);
    const step = plan.steps[progress.finished.length];
    const witnessed = await quorumSource(source);
    const nonce = boundNonce ?? (await transactionCount(witnessed.client, plan.account, "pending"));
    const { block } = await witnessed.reader.read({});
    const violations = checkPolicy(plan, policyOf(source.deployment, plan.account, block.timestamp));
    if (step === undefined) return { ok: false, reason: { kind: "policy", violations: [{ kind: "badSteps" }] } };
    if (violations.length > 0) return { ok: false, reason: { kind: "policy", violations } };
    const batch = batchOf({ plan, finished: progress.finished });
    if (batch === null) return { ok: true, question: { plan, step, nonce } };
    return { ok: true, question: { plan, step, nonce, batch: { ...batch, chain: source.client.chain } } };
  } catch (cause) {
    return { ok: false, reason: nodesReason(cause) ?? { kind: "notPlanned", code: chainFailure(cause).code } };
  }
}
