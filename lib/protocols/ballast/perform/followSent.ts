import type { ChainSource } from "@/lib/chain/ChainSource";
import { lookAtTransaction, NO_LOOKS } from "@/lib/chain/lookAtTransaction";
import { invariant } from "@/lib/errors/invariant";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { Sent } from "@/lib/transaction/TransactionState";
import type { Hex } from "@/lib/vault/Token";
import { stepNow } from "./signedPlan";

/** A transaction on its way, the block its receipt was last seen in, and what was sent to cancel it. */
export type SentTransaction = Sent & { readonly includedIn: bigint | null; readonly cancelledBy: Hex | null };

/** Looks again and again, `pauseMilliseconds` after each answer, and records what changed. Returns what stops it. */
export function followSent(
  source: ChainSource,
  sent: SentTransaction,
  { record, pauseMilliseconds }: { record: (event: TransactionEvent) => boolean; pauseMilliseconds: number },
): () => void {
  const step = stepNow(sent, source.deployment.addresses);
  invariant(step?.kind === "approve" || step?.kind === "act", "only calls are sent");
  const followed = {
    hash: sent.hash,
    account: sent.plan.account,
    chainId: sent.plan.chainId,
    nonce: sent.sentNonce,
    call: step.call,
    sinceBlock: sent.plan.blockNumber,
    includedIn: sent.includedIn,
    cancelledBy: sent.cancelledBy,
  };
  let isStopped = false;
  let looks = NO_LOOKS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const seen = await lookAtTransaction(source.client, followed, looks).catch(() => null);
    if (isStopped) return;
    for (const event of seen?.events ?? []) record(event);
    looks = seen?.looks ?? looks;
    if (!isStopped) timer = setTimeout(look, pauseMilliseconds);
  };
  void look();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
