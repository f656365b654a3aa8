import { hexToBigInt } from "viem";
import { type BatchReceipt, readBatchReceipt } from "@/lib/chain/batch/readBatchReceipt";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { invariant } from "@/lib/errors/invariant";
import { isWithoutEffect } from "@/lib/transaction/effectDifferences";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { batchEffects } from "./batchEffects";
import { type BatchLooks, lookAtBatch } from "./lookAtBatch";
import { repeatedly } from "./repeatedly";

/** A batch on its way, by the wallet's name of it and, once it is in a block, by its transaction. */
export type FollowedBatch = Extract<TransactionState, { readonly sentNonce: number }>;

type Following = {
  readonly wallet: () => Promise<WalletClient>;
  readonly record: (event: TransactionEvent) => boolean;
  readonly pauseMilliseconds: number;
};

/** Looks again and again and records what changed: at the wallet until the batch is in a block, then at that block. Returns what stops it. */
export function followBatch(
  source: ChainSource,
  sent: FollowedBatch,
  { wallet, record, pauseMilliseconds }: Following,
): () => void {
  if (sent.status !== "batchSent") {
    return repeatedly(async (isStopped) => {
      const event = await lookAtBlock(source, sent).catch(() => null);
      if (event && !isStopped()) record(event);
    }, pauseMilliseconds);
  }
  // What was waited for already is not waited for anew.
  let looks: BatchLooks = { idle: sent.delay === null ? 0 : LONG, unknown: 0 };
  return repeatedly(async (isStopped) => {
    const seen = await lookAtBatch(source, { sent, wallet }, looks);
    if (isStopped()) return;
    ({ looks } = seen);
    for (const event of seen.events) record(event);
  }, pauseMilliseconds);
}

/** As good as for ever, in looks. */
const LONG = 1_000;

/**
 * By a majority of the nodes: is its transaction still in its block, did it there what was told, and how many are on top? In another block,
 * also one of the same number, it may have done something else. Null while they have not come to its block, and know nothing of it.
 */
async function lookAtBlock(source: ChainSource, sent: FollowedBatch): Promise<TransactionEvent | null> {
  invariant("hash" in sent && "blockNumber" in sent, "a batch in a block has a transaction");
  const { client, pinned } = await quorumSource(source);
  const receipt = await readBatchReceipt(client, sent.hash);
  const head = hexToBigInt(pinned === "latest" ? await client.request({ method: "eth_blockNumber" }) : pinned);
  if (receipt === null && head < sent.blockNumber) return null;
  if (receipt?.blockNumber !== sent.blockNumber) return { type: "reorganised" };
  const isAsTold = sent.status === "reverted" ? await isWithout(source, sent, { client, receipt }) : receipt.isSuccess;
  if (!isAsTold) return { type: "reorganised" };
  const onTop = head < sent.blockNumber ? 0n : head - sent.blockNumber;
  return { type: "confirmationsCounted", hash: sent.hash, confirmations: Number(onTop) + 1 };
}

type Found = { readonly client: ChainClient; readonly receipt: BatchReceipt };

/** Still without effect: failed, or carried out by others whose transaction went through without it. */
async function isWithout(source: ChainSource, { plan }: FollowedBatch, { client, receipt }: Found): Promise<boolean> {
  if (!receipt.isSuccess) return true;
  const effects = await batchEffects(client, [receipt], { plan, deployment: source.deployment, isAtomic: true });
  return isWithoutEffect(plan, effects);
}
