import type { ChainSource } from "@/lib/chain/ChainSource";
import { type Followed, LONG_LOOKS, type Looks, lookAtTransaction, NO_LOOKS } from "@/lib/chain/lookAtTransaction";
import { lookingClient } from "@/lib/chain/quorum/lookingClient";
import { invariant } from "@/lib/errors/invariant";
import type { Delay } from "@/lib/transaction/Delay";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { Sent } from "@/lib/transaction/TransactionState";
import type { Hex } from "@/lib/vault/Token";
import { repeatedly } from "./repeatedly";
import { stepNow } from "./signedPlan";

/** A transaction on its way, the block its receipt was last seen in, what took its number, and why it waits. */
export type SentTransaction = Sent & {
  readonly includedIn: bigint | null;
  readonly endedBy?: Hex | null;
  readonly delay: Delay | null;
};

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
    endedBy: sent.endedBy ?? null,
    cancelledBy: sent.delay?.kind === "cancelling" ? sent.delay.byHash : null,
  };
  let looks = sent.delay?.kind === "stuck" ? LONG_LOOKS : NO_LOOKS;
  return repeatedly(async (isStopped) => {
    const seen = await looked(source, followed, looks).catch(() => null);
    if (isStopped()) return;
    for (const event of seen?.events ?? []) record(event);
    looks = seen?.looks ?? looks;
  }, pauseMilliseconds);
}

/** Each look asks at a block of its own. */
async function looked(source: ChainSource, followed: Followed, looks: Looks) {
  return lookAtTransaction(await lookingClient(source), followed, looks);
}
