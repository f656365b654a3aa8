import { batesPrices } from "@/lib/pricing/batesStrip";
import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import { impliedVolatility } from "@/lib/pricing/impliedVolatility";

/** Strikes of one expiry on one forward, priced by the law with the variance of now. */
export type LawStrip = {
  readonly law: BatesParameters;
  readonly variance: number;
  readonly forward: number;
  readonly timeToExpiryYears: number;
  readonly strikes: readonly number[];
};

/** An out-of-the-money price and the volatility that Black's formula needs for it; null where a double holds none. */
export type LawPrice = { readonly price: number; readonly volatility: number | null };

/** What each strike's option out of the money is worth under the law: a put below the forward, a call from there on. */
export function lawPrices({ law, variance, forward, timeToExpiryYears, strikes }: LawStrip): readonly LawPrice[] {
  const isPut = strikes.map((strike) => strike < forward);
  const parameters = { ...law, initialVariance: variance };
  const prices = batesPrices(parameters, { forward, timeToExpiryYears, strikes, isPut });
  return strikes.map((strike, index) => {
    const price = Math.max(prices[index] ?? Number.NaN, 0);
    const implied = impliedVolatility({ price, forward, strike, timeToExpiryYears, isPut: isPut[index] ?? false });
    return { price, volatility: implied.ok && implied.volatility > 0 ? implied.volatility : null };
  });
}
