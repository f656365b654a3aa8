import type { Unit } from "./Unit";

/** Seconds since 1970-01-01 00:00 UTC, as block timestamps state them. */
export type UnixSeconds = Unit<"unixSeconds">;

/** The year of every annualised figure: 365 days. */
export const SECONDS_PER_YEAR = 31_536_000;

/** Marks an integer that already counts seconds since 1970. */
export function unixSeconds(value: bigint): UnixSeconds {
  return value as UnixSeconds;
}

/** Years of 365 days from `from` to `to`; negative when `to` is earlier. For analytics and display only. */
export function yearsBetween(from: UnixSeconds, to: UnixSeconds): number {
  return Number(to - from) / SECONDS_PER_YEAR;
}
