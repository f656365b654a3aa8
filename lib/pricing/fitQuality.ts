import type { SmileQuote } from "./fitSviTarget";
import { sviTotalVariance } from "./svi";
import type { RawSvi, SliceFit } from "./VolatilitySurface";

/** How far a slice lies from its quotes, each counted alike whatever its weight; quotes of weight 0 are left out. */
export function sliceFit(svi: RawSvi, quotes: readonly SmileQuote[], timeToExpiryYears: number): SliceFit {
  const errors = quotes
    .filter(({ weight = 1 }) => weight > 0)
    .map(({ k, volatility }) => Math.abs(Math.sqrt(sviTotalVariance(svi, k) / timeToExpiryYears) - volatility));
  const squares = errors.reduce((sum, error) => sum + error * error, 0);
  return {
    quotes: errors.length,
    rmsVolatility: Math.sqrt(squares / errors.length),
    worstVolatility: Math.max(...errors),
  };
}

/** The same over several expiries. */
export function surfaceFit(fits: readonly SliceFit[]): SliceFit {
  const quotes = fits.reduce((sum, fit) => sum + fit.quotes, 0);
  const squares = fits.reduce((sum, fit) => sum + fit.quotes * fit.rmsVolatility ** 2, 0);
  return {
    quotes,
    rmsVolatility: Math.sqrt(squares / quotes),
    worstVolatility: Math.max(...fits.map(({ worstVolatility }) => worstVolatility)),
  };
}
