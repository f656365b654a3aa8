import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { formatUtcDate, formatUtcDay } from "./formatUtcDate";
import { MINUS } from "./numberText";

/** By which clock instants are read. `now`: chain time. `offsetMinutes`: what the clock is ahead of UTC at an instant; summer time changes it. */
export type Clock = { readonly now: UnixSeconds; readonly offsetMinutes: (at: UnixSeconds) => number };

/** An instant by a clock, its distance from UTC written: `Fri 27 Nov, 09:00 UTC+1`; by UTC itself as {@link formatUtcDate} has it. */
export function formatZonedDate(at: UnixSeconds, clock: Clock): string {
  const offset = clock.offsetMinutes(at);
  return formatUtcDate(shifted(at, offset), nowBy(clock)).replace(/UTC$/, `UTC${offsetText(offset)}`);
}

/** The day alone, by a clock: late evening in UTC may be the next day elsewhere. */
export function formatZonedDay(at: UnixSeconds, clock: Clock): string {
  return formatUtcDay(shifted(at, clock.offsetMinutes(at)), nowBy(clock));
}

function nowBy({ now, offsetMinutes }: Clock): UnixSeconds {
  return shifted(now, offsetMinutes(now));
}

/** An instant that no calendar knows has no offset either, and stays as it is. */
function shifted(at: UnixSeconds, minutes: number): UnixSeconds {
  return unixSeconds(at + BigInt(Number.isFinite(minutes) ? Math.round(minutes) * 60 : 0));
}

function offsetText(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  if (!(size > 0)) return "";
  const rest = size % 60;
  return `${minutes < 0 ? MINUS : "+"}${Math.floor(size / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
