import type { ChainSource } from "@/lib/chain/ChainSource";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { readBlockTimes } from "@/lib/chain/readBlockTimes";
import { type RawLog, readLogs } from "@/lib/chain/readLogs";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { Fill, PastEpoch } from "@/lib/vault/Epoch";
import type { Address } from "@/lib/vault/Token";
import { type EpochState, historyGap } from "./historyGap";
import { decodeHistoryEvent, HISTORY_EVENTS, type HistoryEvent } from "./vaultEvents";

/** All that the events tell of a vault: settled epochs, oldest first, and every fill in order. */
export type VaultHistory = {
  readonly vault: Address;
  readonly pastEpochs: readonly PastEpoch[];
  readonly fills: readonly Fill[];
};

/** Which vaults, and up to which block. */
export type HistoryRange = {
  readonly vaults: readonly Address[];
  readonly toBlock: bigint;
  /** Where the vaults' epochs stand at that block, in their order; where given, logs that tell less are not taken. */
  readonly epochs?: readonly EpochState[];
};

/**
 * The histories of the vaults from the first block of the deployment, in the order asked for, in one request where the node
 * allows it. Where a node's logs leave something out that the vaults' own state tells, the other nodes are asked. Throws
 * HistoryGapError when none of them tells it whole.
 */
export async function readVaultHistories(source: ChainSource, range: HistoryRange): Promise<readonly VaultHistory[]> {
  const histories = await historiesFrom(source, source.client, range);
  const gap = historyGap(histories, range.epochs ?? []);
  if (gap === null) return histories;
  const { chainNodes } = await import("@/lib/chain/quorum/ChainNode");
  for (const { client } of source.deployment.rpcUrls.length > 1 ? chainNodes(source.deployment) : []) {
    const others = await historiesFrom(source, client, range).catch(() => null);
    if (others !== null && historyGap(others, range.epochs ?? []) === null) return others;
  }
  throw gap;
}

async function historiesFrom(
  { deployment }: ChainSource,
  client: ChainClient,
  { vaults, toBlock }: HistoryRange,
): Promise<readonly VaultHistory[]> {
  const logs = await readLogs(client, {
    addresses: [...vaults, deployment.addresses.quoteBook],
    events: HISTORY_EVENTS,
    fromBlock: BigInt(deployment.startBlock),
    toBlock,
  });
  const times = await readBlockTimes(client, logs);
  const events = logs.map(decodeHistoryEvent);
  const timeOf = ({ blockNumber }: RawLog) => unixSeconds(times.get(blockNumber) ?? 0n);
  return vaults.map((vault) =>
    historyOf(
      vault,
      events.filter((event) => isOf(event, vault)),
      timeOf,
    ),
  );
}

type TimeOf = (log: RawLog) => PastEpoch["settledAt"];

function isOf(event: HistoryEvent, vault: Address): boolean {
  const owner = event.kind === "filled" ? event.args.vault : event.log.address;
  return owner.toLowerCase() === vault.toLowerCase();
}

function historyOf(vault: Address, events: readonly HistoryEvent[], timeOf: TimeOf): VaultHistory {
  const openings = new Map<bigint, Extract<HistoryEvent, { kind: "opened" }>>();
  const surpluses = new Map<bigint, bigint>();
  const pastEpochs: PastEpoch[] = [];
  const fills: Fill[] = [];
  for (const event of events) {
    if (event.kind === "opened") openings.set(event.args.epoch, event);
    if (event.kind === "filled") fills.push(mapFill(event, timeOf));
    if (event.kind === "surplus") surpluses.set(event.args.epoch, event.args.assets);
    const opening = event.kind === "settled" ? openings.get(event.args.epoch) : undefined;
    if (event.kind === "settled" && opening) {
      const surplus = tokenAmount(surpluses.get(event.args.epoch) ?? 0n);
      pastEpochs.push({ ...mapPastEpoch(opening, event, timeOf), surplus });
    }
  }
  return { vault, pastEpochs, fills };
}

function mapFill({ args, log }: Extract<HistoryEvent, { kind: "filled" }>, timeOf: TimeOf): Fill {
  return {
    epoch: Number(args.epoch),
    maker: args.maker,
    size: wad(args.size),
    legPrices: args.legPrices.map(tokenAmount),
    premium: tokenAmount(args.premium),
    filledAt: timeOf(log),
  };
}

function mapPastEpoch(
  opening: Extract<HistoryEvent, { kind: "opened" }>,
  settlement: Extract<HistoryEvent, { kind: "settled" }>,
  timeOf: TimeOf,
): Omit<PastEpoch, "surplus"> {
  const { args } = settlement;
  return {
    number: Number(args.epoch),
    openedAt: timeOf(opening.log),
    expiry: unixSeconds(opening.args.expiry),
    settledAt: timeOf(settlement.log),
    strikes: opening.args.strikes.map(price8),
    spotAtOpen: price8(opening.args.spot),
    settlementPrice: args.settlementPrice === 0n ? null : price8(args.settlementPrice),
    assetsBefore: tokenAmount(args.assetsBefore),
    premium: args.premium,
    payout: tokenAmount(args.payout),
    managementFee: tokenAmount(args.managementFee),
    performanceFee: tokenAmount(args.performanceFee),
    sharePrice: wad(args.sharePrice),
    highWaterMark: wad(args.highWaterMark),
    depositsExecuted: tokenAmount(args.depositsExecuted),
    redemptionsExecuted: tokenAmount(args.redemptionsExecuted),
  };
}
