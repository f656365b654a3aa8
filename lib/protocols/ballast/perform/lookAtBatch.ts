import { type BatchReceipt, readBatchReceipt } from "@/lib/chain/batch/readBatchReceipt";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { type CallTrial, simulateCalls } from "@/lib/chain/simulateCalls";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { NoQuorumError } from "@/lib/errors/quorumErrors";
import type { BatchStatus } from "@/lib/transaction/BatchStatus";
import { batchOf, type SentBatch } from "@/lib/transaction/batch";
import { effectDifferences, isWithoutEffect } from "@/lib/transaction/effectDifferences";
import type { SafeStanding, SafeWait } from "@/lib/transaction/SafeStanding";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { BatchDelay } from "@/lib/transaction/TransactionState";
import { askBatchInTime } from "./askBatchInTime";
import { batchEffects } from "./batchEffects";
import { isNumberUsed, safeDifferences, safeWait } from "./safeWait";

/** Looks in a row that brought nothing, and looks in a row in which the wallet knew nothing of it. */
export type BatchLooks = { readonly idle: number; readonly unknown: number };

type Seen = { readonly events: readonly TransactionEvent[]; readonly looks: BatchLooks };

/** Looks without news before that is told: a minute where blocks come every twelve seconds. */
const IDLE_LOOKS = 15;
/** Looks in which the wallet says that it knows nothing of the batch, before it is believed. */
const UNKNOWN_LOOKS = 3;

/**
 * Asks the wallet once where the batch is, and the nodes what it did. The wallet only tells where to look: no batch counts as
 * done before a majority of the nodes has its transaction and says the same about what it did, and that is what was shown.
 */
export async function lookAtBatch(
  source: ChainSource,
  { sent, wallet }: { readonly sent: SentBatch; readonly wallet: () => Promise<WalletClient> },
  looks: BatchLooks,
): Promise<Seen> {
  const { batchId } = sent;
  const status = await askBatchInTime(wallet, batchId);
  switch (status.kind) {
    case "pending":
      return waited(sent, looks, "slow", await safeWait(source, sent, status.safe));
    case "silent":
      return waited(sent, looks, "silent");
    case "failed":
      return gaveUp(source, sent, { looks, standing: status.safe });
    case "unknown": {
      const unknown = looks.unknown + 1;
      return unknown < UNKNOWN_LOOKS
        ? { events: [], looks: { ...looks, unknown } }
        : seen({ type: "batchForgotten", batchId });
    }
    case "done": {
      if (status.hashes.length === 0 && status.outcome === "reverted") {
        return gaveUp(source, sent, { looks, standing: status.safe });
      }
      const event = await done(source, sent, status).catch(unread);
      if (typeof event === "string") return waited(sent, looks, event);
      return seen(event);
    }
  }
}

function seen(event: TransactionEvent): Seen {
  return { events: [event], looks: { idle: 0, unknown: 0 } };
}

/** Enough nodes answered, and not the same; or they did not answer. */
function unread(cause: unknown): BatchDelay {
  if (!(cause instanceof NoQuorumError)) return "unread";
  const answered = cause.sayings.filter(({ failure }) => failure === null);
  return answered.length >= cause.needed ? "disputed" : "unread";
}

function waited({ batchId }: SentBatch, looks: BatchLooks, why: BatchDelay, safe?: SafeWait): Seen {
  const idle = looks.idle + 1;
  const delay = idle < IDLE_LOOKS ? null : why;
  const event = { type: "batchDelayed", batchId, delay } as const;
  return { events: [safe === undefined ? event : { ...event, safe }], looks: { idle, unknown: 0 } };
}

type Word = { readonly looks: BatchLooks; readonly standing: SafeStanding | undefined };

/**
 * The wallet says that it will not carry the batch out. It is the one that would, and is believed; but a Safe's page only speaks for
 * the Safe, which can execute whatever is signed for as long as its number is free.
 */
async function gaveUp(source: ChainSource, sent: SentBatch, { looks, standing }: Word): Promise<Seen> {
  if (sent.plan.isSafe !== true || (await isNumberUsed(source, sent, standing))) {
    return seen({ type: "batchFailed", batchId: sent.batchId });
  }
  return waited(sent, looks, "stillOpen", await safeWait(source, sent, standing));
}

/**
 * "untraced" while the nodes do not have what the wallet names, or it is older than the plan: a wallet can name any transaction. One that was
 * this batch before a reorganisation still is, also in a block before the plan's.
 */
async function done(
  source: ChainSource,
  sent: SentBatch,
  status: Extract<BatchStatus, { kind: "done" }>,
): Promise<TransactionEvent | BatchDelay> {
  const { plan, finished, batchId, knownHashes = [] } = sent;
  const [hash] = status.hashes;
  if (hash === undefined) return "untraced";
  if (status.chainId !== null && status.chainId !== plan.chainId) {
    const differences = [{ field: "chainId", shown: String(plan.chainId), signed: String(status.chainId) }] as const;
    return { type: "batchSentOther", batchId, hash, differences };
  }
  const { client } = await quorumSource(source);
  const receipts = await receiptsOf(client, status.hashes);
  const isOlder = ({ hash: found, blockNumber }: BatchReceipt) =>
    blockNumber <= plan.blockNumber && !knownHashes.some((known) => known.toLowerCase() === found.toLowerCase());
  if (receipts === null || receipts.some(isOlder)) return "untraced";
  const isAtomic = status.isAtomic !== false && status.outcome !== "partial";
  const effects = await batchEffects(client, receipts, { plan, deployment: source.deployment, isAtomic });
  const blockNumber = receipts[0]?.blockNumber ?? 0n;
  const included = { type: "batchIncluded", batchId, hash, blockNumber } as const;
  const isWithout = status.outcome === "reverted" || receipts.every(({ isSuccess }) => !isSuccess);
  if (isWithout && isWithoutEffect(plan, effects)) {
    if (plan.isSafe === true && !(await isNumberUsed(source, sent, status.safe))) return "stillOpen";
    const calls = batchOf({ plan, finished })?.calls ?? [];
    return {
      ...included,
      isSuccess: false,
      revert: await revertOf(client, { account: plan.account, calls, blockNumber }),
    };
  }
  const differences = [...(await safeDifferences(source, sent, status.safe)), ...effectDifferences(plan, effects)];
  if (differences.length > 0) return { type: "batchSentOther", batchId, hash, differences };
  return { ...included, isSuccess: true, revert: null };
}

/** Null unless every one of them is in a block. */
async function receiptsOf(
  client: ChainClient,
  hashes: readonly `0x${string}`[],
): Promise<readonly BatchReceipt[] | null> {
  const receipts = await Promise.all(hashes.map((hash) => readBatchReceipt(client, hash)));
  const found = receipts.filter((receipt) => receipt !== null);
  return found.length === hashes.length ? found : null;
}

type Failed = Omit<CallTrial, "block"> & { readonly blockNumber: bigint };

/** Why the calls fail, as far as they do on the state that their block left. */
async function revertOf(client: ChainClient, { blockNumber, ...trial }: Failed) {
  const block = `0x${blockNumber.toString(16)}` as const;
  const simulation = await simulateCalls(client, { ...trial, block }).catch(() => null);
  return simulation === null || simulation.ok ? null : simulation.revert;
}
