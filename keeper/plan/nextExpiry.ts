import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { VaultTerms } from "@/lib/vault/Vault";

const WEEK_SECONDS = 604_800n;
/** 1970-01-02 08:00 UTC, the first Friday 08:00 of the count. */
const FIRST_FRIDAY_EIGHT = 115_200n;

/** The first Friday 08:00 UTC that leaves at least `minTenorSeconds` from `now`, or null when that is beyond the longest tenor. */
export function nextExpiry(
  now: UnixSeconds,
  terms: Pick<VaultTerms, "minTenorSeconds" | "maxTenorSeconds">,
): UnixSeconds | null {
  const earliest = now + BigInt(terms.minTenorSeconds);
  const weeks = (earliest - FIRST_FRIDAY_EIGHT + WEEK_SECONDS - 1n) / WEEK_SECONDS;
  const expiry = FIRST_FRIDAY_EIGHT + weeks * WEEK_SECONDS;
  return expiry - now <= BigInt(terms.maxTenorSeconds) ? unixSeconds(expiry) : null;
}
