import type { VolatilityQuote } from "@/lib/pricing/Calibration";
import type { MarketView } from "./Market";
import { marketExpiries } from "./marketExpiries";

/** Deviations of the settlement price beyond which a quote is a few ticks of price and says little of volatility. */
const MOST_DEVIATIONS = 2.5;

/** The volatilities that models are fitted to: one a strike, the middle of what is quoted, all expiries alike. */
export function calibrationQuotes(view: MarketView): readonly VolatilityQuote[] {
  return marketExpiries(view).flatMap(({ slice: { forward, timeToExpiryYears }, quotes }) =>
    quotes.flatMap(({ strike, mid }): VolatilityQuote[] => {
      if (mid === null || !(mid > 0)) return [];
      const deviations = Math.abs(Math.log(strike / forward)) / (mid * Math.sqrt(timeToExpiryYears));
      return deviations > MOST_DEVIATIONS ? [] : [{ forward, strike, timeToExpiryYears, volatility: mid }];
    }),
  );
}
