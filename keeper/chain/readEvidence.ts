import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import { price8 } from "@/lib/units/Price8";
import type { SettlementEvidence, VaultState } from "../plan/KeeperState";
import type { PinnedReads } from "./KeeperChain";

const SECOND_FEED_AFTER_SECONDS = 86_400n;
const LAST_ROUND_AFTER_SECONDS = 604_800n;

/** What can settle the epoch's expiry at the pinned block: asked only once it has passed, in the order of the oracle's rule. */
export async function readEvidence(
  { reader, targets, blockNumber, now }: PinnedReads,
  { epoch, underlying, quote }: VaultState,
): Promise<SettlementEvidence> {
  if (epoch.phase !== "live" || now < epoch.expiry) return { kind: "none" };
  const oracle = { address: targets.oracle, abi: settlementOracleAbi } as const;
  const key = [underlying.address, quote.address, epoch.expiry] as const;
  const [final, first, second, last] = await reader.multicall({
    blockNumber,
    contracts: [
      { ...oracle, functionName: "settlementPrice", args: key },
      { ...oracle, functionName: "provingRound", args: [...key, false] },
      { ...oracle, functionName: "provingRound", args: [...key, true] },
      { ...oracle, functionName: "lastRoundBefore", args: key },
    ],
  });
  if (final.status === "success" && final.result[0]) return { kind: "final", price: price8(final.result[1]) };
  if (first.status === "success" && first.result[0]) {
    return { kind: "provable", feed: "first", roundId: first.result[1] };
  }
  const late = now - epoch.expiry;
  if (late >= SECOND_FEED_AFTER_SECONDS && second.status === "success" && second.result[0]) {
    return { kind: "provable", feed: "second", roundId: second.result[1] };
  }
  if (late >= LAST_ROUND_AFTER_SECONDS && last.status === "success") {
    return { kind: "lastRound", roundId: last.result[0], feed: last.result[1] ? "second" : "first" };
  }
  return { kind: "none" };
}
