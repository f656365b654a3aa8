import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { NO_NUMBER } from "./numberText";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
/** Last second that the language's calendar knows. */
const LAST_SECOND = 8_640_000_000_000n;

/** An instant with its clock time: `Fri 27 Nov, 08:00 UTC`; with the year when it is not the one of `now`. */
export function formatUtcDate(at: UnixSeconds, now: UnixSeconds): string {
  const day = formatUtcDay(at, now);
  const date = calendar(at);
  if (date === null) return day;
  return `${day}, ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())} UTC`;
}

/** The day alone: `Fri 27 Nov`; with the year when it is not the one of `now`. */
export function formatUtcDay(at: UnixSeconds, now: UnixSeconds): string {
  const date = calendar(at);
  if (date === null) return NO_NUMBER;
  const day = `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return date.getUTCFullYear() === calendar(now)?.getUTCFullYear() ? day : `${day} ${date.getUTCFullYear()}`;
}

function calendar(at: UnixSeconds): Date | null {
  return at > LAST_SECOND || at < -LAST_SECOND ? null : new Date(Number(at) * 1000);
}

function twoDigits(value: number): string {
  return value.toString().padStart(2, "0");
}
