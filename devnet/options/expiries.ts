/** How long an expiry has been traded when it comes: the kinds of a market's calendar, the finest strikes first. */
export type ExpiryKind = "day" | "week" | "month" | "quarter";

/** An expiry that is listed, at 08:00 UTC. Unix seconds. */
export type ListedExpiry = {
  readonly at: number;
  readonly kind: ExpiryKind;
  /** A future of the same expiry trades; otherwise its forward is synthetic. */
  readonly hasFuture: boolean;
};

const DAY = 86_400;
const EIGHT = 28_800;
/** 1970-01-02 08:00 UTC. */
const FIRST_FRIDAY_EIGHT = 115_200;
const DAYS = 2;
const WEEKS = 4;
const MONTHS = 3;
const QUARTERS = 3;
/** Beyond all of them. */
const LONGEST_WEEKS = 60;
/** Futures run to the next Fridays and to every month's last. */
const WEEKS_WITH_FUTURE = 2;

/**
 * The expiries after `now`, ascending: two days, four Fridays, the last Fridays of three months and of three quarters.
 * A date that is of several kinds is of the one with the longest life.
 */
export function listedExpiries(now: number): readonly ListedExpiry[] {
  const firstDay = now - ((((now - EIGHT) % DAY) + DAY) % DAY) + DAY;
  const week = 7 * DAY;
  const firstFriday = now - ((((now - FIRST_FRIDAY_EIGHT) % week) + week) % week) + week;
  const days = Array.from({ length: DAYS }, (_, index) => firstDay + index * DAY);
  const fridays = Array.from({ length: LONGEST_WEEKS }, (_, index) => firstFriday + index * week);
  const months = fridays.filter((friday) => monthOf(friday) !== monthOf(friday + week)).slice(0, 3 * QUARTERS + 3);
  const quarters = months.filter((friday) => monthOf(friday) % 3 === 2).slice(0, QUARTERS);
  const listed = new Map<number, ListedExpiry>();
  for (const at of days) listed.set(at, { at, kind: "day", hasFuture: false });
  for (const [index, at] of fridays.slice(0, WEEKS).entries())
    listed.set(at, { at, kind: "week", hasFuture: index < WEEKS_WITH_FUTURE });
  for (const at of months.slice(0, MONTHS)) listed.set(at, { at, kind: "month", hasFuture: true });
  for (const at of quarters) listed.set(at, { at, kind: "quarter", hasFuture: true });
  return [...listed.values()].sort((a, b) => a.at - b.at);
}

function monthOf(seconds: number): number {
  return new Date(seconds * 1_000).getUTCMonth();
}
