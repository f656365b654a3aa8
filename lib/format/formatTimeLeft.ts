import type { UnixSeconds } from "@/lib/units/UnixSeconds";

const MINUTE = 60n;
const HOUR = 3_600n;
const DAY = 86_400n;

/** Time from now to an instant: `4d 17h`, under a day `17h 04m`, in the last hour `04:12`; `now` when it has come. */
export function formatTimeLeft(until: UnixSeconds, now: UnixSeconds): string {
  const left = until - now;
  if (left <= 0n) return "now";
  if (left >= DAY) return `${left / DAY}d ${(left % DAY) / HOUR}h`;
  if (left >= HOUR) return `${left / HOUR}h ${twoDigits((left % HOUR) / MINUTE)}m`;
  return `${twoDigits(left / MINUTE)}:${twoDigits(left % MINUTE)}`;
}

/** Age of a figure: `12 s ago`, `3 min ago`, `5 h ago`, `2 days ago`. A clock that runs ahead reads `just now`. */
export function formatAge(at: UnixSeconds, now: UnixSeconds): string {
  const age = now - at;
  if (age <= 0n) return "just now";
  return `${formatDuration(age)} ago`;
}

/** A length of time in its largest unit, cut: `12 s`, `74 min`, `5 h`, `2 days`. */
export function formatDuration(seconds: bigint): string {
  if (seconds < 2n * MINUTE) return `${seconds} s`;
  if (seconds < 2n * HOUR) return `${seconds / MINUTE} min`;
  if (seconds < 2n * DAY) return `${seconds / HOUR} h`;
  return `${seconds / DAY} days`;
}

function twoDigits(value: bigint): string {
  return value.toString().padStart(2, "0");
}
