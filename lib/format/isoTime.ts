import type { UnixSeconds } from "@/lib/units/UnixSeconds";

/** 1 January of the year 10000: from then on a year has five digits, which no file format takes. */
const AFTER_LAST = 253_402_300_800n;

/** An instant as files and programs take it: `2026-11-27T08:00:00Z`; empty for one that no calendar date of four digits names. */
export function isoTime(at: UnixSeconds): string {
  if (at < 0n || at >= AFTER_LAST) return "";
  return new Date(Number(at) * 1000).toISOString().replace(".000", "");
}
