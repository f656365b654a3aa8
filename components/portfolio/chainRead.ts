import type { ChainReading } from "@/hooks/useChainReadings";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { ChainRead } from "./chainHoldings";

/** What another chain than the page's says, valued at the time of its own block; nothing while it is not known. */
export function chainRead({ read, name }: ChainReading): readonly ChainRead[] {
  if (read === undefined) return [];
  return [{ ...read, chainName: name, now: read.vaults[0]?.blockTimestamp ?? unixSeconds(0n) }];
}
