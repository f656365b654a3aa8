import { formatPoints } from "@/lib/format/formatPercent";
import { fixedText } from "@/lib/format/numberText";
import type { ValuationMarket } from "@/lib/products/value";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";

/** What the sliders ask: how much of the time left has passed, 0 to 1, and how far every volatility moved (0.1 is +10 points). */
export type Scenario = { readonly elapsed: number; readonly shift: number };

export const NOW: Scenario = { elapsed: 0, shift: 0 };

/** No scenario takes a volatility below this: 0 would be a certainty. */
const LOWEST_VOLATILITY = 0.01;
const DAYS_PER_YEAR = SECONDS_PER_YEAR / 86_400;
const NEARLY_EXPIRED_DAYS = 0.02;

/** The market in a scenario; spot stays, as the chart's axis moves it. */
export function scenarioMarket(market: ValuationMarket, { elapsed, shift }: Scenario): ValuationMarket {
  return {
    spot: market.spot,
    timeToExpiryYears: market.timeToExpiryYears * (1 - elapsed),
    volatilities: market.volatilities.map((volatility) => Math.max(LOWEST_VOLATILITY, volatility + shift)),
  };
}

/** The one volatility of a heading in a scenario. */
export function shiftedHeadline(headline: number, { shift }: Scenario): number {
  return Math.max(LOWEST_VOLATILITY, headline + shift);
}

/** Days to the expiry in a market. */
export function daysLeft({ timeToExpiryYears }: ValuationMarket): number {
  return timeToExpiryYears * DAYS_PER_YEAR;
}

/** The name of the curve: `Today`, or `2.1 d left, IV +10 pts`. */
export function scenarioLabel(market: ValuationMarket, scenario: Scenario): string {
  if (scenario.elapsed === 0 && scenario.shift === 0) return "Today";
  const days = daysLeft(scenarioMarket(market, scenario));
  if (days < NEARLY_EXPIRED_DAYS) return "At the end";
  const time = `${fixedText(days, 1)} d left`;
  return scenario.shift === 0 ? time : `${time}, IV ${formatPoints(scenario.shift)}`;
}
