import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import type { SmileRule } from "./MarketMove";
import { type PlannedLeg, plannedLegs } from "./plannedLegs";
import type { BookCoin, BookPart, RiskBook } from "./RiskBook";

/** Two times are one when they lie no farther apart, in years. */
export const ONE_SECOND = 1 / SECONDS_PER_YEAR;

/** An option that is alive at the horizon. */
export type LiveLeg = { readonly leg: PlannedLeg /** √ of the years left. */; readonly rootOfTime: number };

/** A part as it is at the horizon: what still lives and what has settled by then. */
export type PlannedPart = {
  readonly part: BookPart;
  readonly live: readonly LiveLeg[];
  readonly settled: readonly PlannedLeg[];
};

/** A book made ready for many scenarios with one horizon. */
export type ScenarioPlan = {
  readonly elapsedYears: number;
  readonly coins: readonly BookCoin[];
  readonly parts: readonly PlannedPart[];
};

/** Sorts a book's legs by whether their expiry lies beyond the horizon, and reads their smiles. */
export function scenarioPlan(
  { coins, parts }: RiskBook,
  elapsedYears: number,
  rule: SmileRule = "stickyStrike",
): ScenarioPlan {
  const planned = parts.map((part): PlannedPart => {
    const coin = coins[part.coin];
    const legs = coin === undefined ? [] : plannedLegs(part, coin, rule);
    const isLive = ({ timeToExpiryYears }: PlannedLeg) => timeToExpiryYears > elapsedYears;
    const live = legs
      .filter(isLive)
      .map((leg) => ({ leg, rootOfTime: Math.sqrt(leg.timeToExpiryYears - elapsedYears) }));
    return { part, live, settled: legs.filter((leg) => !isLive(leg)) };
  });
  return { elapsedYears, coins, parts: planned };
}
