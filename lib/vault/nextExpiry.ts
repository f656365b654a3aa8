import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { VaultTerms } from "./Vault";

const WEEK_SECONDS = 604_800n;
/** 1970-01-02 08:00 UTC: the first Friday, 08:00, of the count. */
const FIRST_FRIDAY_EIGHT = 115_200n;

/** The first Friday 08:00 UTC with at least the shortest tenor from `now`, or null when that lies beyond the longest. */
export function nextExpiry(
  now: UnixSeconds,
  terms: Pick<VaultTerms, "minTenorSeconds" | "maxTenorSeconds">,
): UnixSeconds | null {
  const expiry = fridayEightFrom(now + BigInt(terms.minTenorSeconds));
  return expiry - now <= BigInt(terms.maxTenorSeconds) ? expiry : null;
}

/** The first Friday 08:00 UTC at or after an instant. */
export function fridayEightFrom(instant: bigint): UnixSeconds {
  const passed = instant - FIRST_FRIDAY_EIGHT;
  const weeks = passed > 0n ? (passed + WEEK_SECONDS - 1n) / WEEK_SECONDS : 0n;
  return unixSeconds(FIRST_FRIDAY_EIGHT + weeks * WEEK_SECONDS);
}
