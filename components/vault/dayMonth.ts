import { formatUtcDay } from "@/lib/format/formatUtcDate";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

/** A day without its weekday, for tight places: `27 Nov`. */
export function dayMonth(at: UnixSeconds, now: UnixSeconds): string {
  return formatUtcDay(at, now).replace(/^[A-Z][a-z]{2} /, "");
}
