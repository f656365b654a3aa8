import type { ChainSource } from "@/lib/chain/ChainSource";
import { LONG_LOOKS, lookAtTransaction, NO_LOOKS } from "@/lib/chain/lookAtTransaction";
import { everyNode } from "@/lib/chain/quorum/everyNode";
import { invariant } from "@/lib/errors/invariant";
import type { Delay } from "@/lib/transaction/Delay";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { Sent } from "@/lib/transaction/TransactionState";
import { repeatedly } from "./repeatedly";
import { stepNow } from "./signedPlan";

/** A transaction on its way, the block its receipt was last seen in, and why it waits. */
export type SentTransaction = Sent & { readonly includedIn: bigint | null; readonly delay: Delay | null };

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
    cancelledBy: sent.delay?.kind === "cancelling" ? sent.delay.byHash : null,
  };
  const client = everyNode(source);
  let looks = sent.delay?.kind === "stuck" ? LONG_LOOKS : NO_LOOKS;
  return repeatedly(async (isStopped) => {
    const seen = await lookAtTransaction(client, followed, looks).catch(() => null);
    if (isStopped()) return;
    for (const event of seen?.events ?? []) record(event);
    looks = seen?.looks ?? looks;
  }, pauseMilliseconds);
}
