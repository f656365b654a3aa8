import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import { price8 } from "@/lib/units/Price8";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Spot } from "@/lib/vault/Vault";
import type { VaultState } from "../plan/KeeperState";
import type { PinnedReads } from "./KeeperChain";

/** The oracle's spot price at the pinned block; null when the feed is stale, incomplete or not positive. */
export async function readSpot({ reader, targets, blockNumber }: PinnedReads, state: VaultState): Promise<Spot | null> {
  const pair = [state.underlying.address, state.quote.address] as const;
  const oracle = { address: targets.oracle, abi: settlementOracleAbi } as const;
  const [spot, feeds] = await reader.multicall({
    blockNumber,
    contracts: [
      { ...oracle, functionName: "spot", args: pair },
      { ...oracle, functionName: "feedsOf", args: pair },
    ],
  });
  if (spot.status === "failure" || feeds.status === "failure") return null;
  const [price, updatedAt] = spot.result;
  return {
    price: price8(price),
    updatedAt: unixSeconds(updatedAt),
    feed: feeds.result.feed,
    maxAgeSeconds: feeds.result.maxAge,
  };
}
