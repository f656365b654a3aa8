const DAY = 86_400n;
const WEEK = 7n * DAY;
/** 1970-01-02 08:00 UTC, the first Friday 08:00 of the count. */
const FIRST_FRIDAY_EIGHT = 115_200n;
/** Opening, sale and clearing of the live epoch fit into this. */
const OPENED_BEFORE = 2n * 3_600n;

/** When the local chain's history begins, rolls and ends. Unix seconds. */
export type Calendar = {
  /** The first block: prices begin here. */
  readonly genesis: bigint;
  /** Contracts are deployed and the timelock is asked to take ownership, 72 hours before it can. */
  readonly deployment: bigint;
  /** Fridays 08:00 UTC: epoch 1 opens at the first, an epoch ends at each other one. */
  readonly rolls: readonly bigint[];
  /** Opening of the epoch that is live at the end: the last roll, or later when that would make the epoch longer than a week. */
  readonly liveOpening: bigint;
  readonly liveExpiry: bigint;
};

/**
 * The calendar that ends at `now` with an epoch live, its expiry the first Friday 08:00 UTC at least a day away.
 * Around a Friday that is over a week from the last roll: then the vaults rest until the
 * last full hour two hours before `now`. Within an hour, and mostly within a week, the answer is the same.
 */
export function historyCalendar(now: bigint, settledEpochs: number): Calendar {
  const lastRoll = fridayAtOrBefore(now - OPENED_BEFORE);
  const liveExpiry = fridayAtOrBefore(now + DAY - 1n) + WEEK;
  const liveOpening = liveExpiry - lastRoll > WEEK ? fullHour(now - OPENED_BEFORE) : lastRoll;
  const first = lastRoll - BigInt(settledEpochs) * WEEK;
  const rolls = Array.from({ length: settledEpochs + 1 }, (_, index) => first + BigInt(index) * WEEK);
  return { genesis: first - WEEK, deployment: first - 5n * DAY, rolls, liveOpening, liveExpiry };
}

function fullHour(time: bigint): bigint {
  return time - (time % 3_600n);
}

function fridayAtOrBefore(time: bigint): bigint {
  return FIRST_FRIDAY_EIGHT + ((time - FIRST_FRIDAY_EIGHT) / WEEK) * WEEK;
}
