import type { ChainReading } from "@/hooks/useChainReadings";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { ChainRead } from "./chainHoldings";

/**
 * What another chain than the page's says, valued at the time of its own block; of a chain without vaults, which tells none, at the page's. Nothing while it
 * is not known.
 */
export function chainRead({ read, chainId, name }: ChainReading, pageNow: UnixSeconds): readonly ChainRead[] {
  if (read === undefined) return [];
  return [{ ...read, chainId, chainName: name, now: read.vaults[0]?.blockTimestamp ?? pageNow }];
}
