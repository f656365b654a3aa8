import { surfaceForward, surfaceVariance } from "./surfaceVariance";
import type { VolatilitySurface } from "./VolatilitySurface";

/** A price level at a time. */
export type SurfacePlace = {
  /** In the quote, above 0. */
  readonly strike: number;
  /** Years of 365 days from the surface's time, at least 0. */
  readonly timeToExpiryYears: number;
  /** The surface's own forward of that time when left out. */
  readonly forward?: number;
};

/** Slope of the volatility at a place. */
export type SmileSlope = {
  /** ∂σ/∂k at k = ln(K/F). */
  readonly byLogMoneyness: number;
  /** ∂σ/∂K, per quote unit. */
  readonly byStrike: number;
};

/**
 * Volatility at k = ln(K/F) and a time: √(w/T), see {@link surfaceVariance} for what lies between and beyond the expiries. At T = 0 its limit,
 * the first smile itself. Domain as there; outside, NaN.
 */
export function surfaceVolatility(surface: VolatilitySurface, k: number, timeToExpiryYears: number): number {
  const first = surface.slices[0]?.timeToExpiryYears ?? Number.NaN;
  const years = timeToExpiryYears < first && timeToExpiryYears >= 0 ? first : timeToExpiryYears;
  return Math.sqrt(surfaceVariance(surface, k, years).w / years);
}

/** Volatility of a strike: {@link surfaceVolatility} at its ln(K/F). Strike 0 or less: NaN. */
export function strikeVolatility(surface: VolatilitySurface, place: SurfacePlace): number {
  return surfaceVolatility(surface, logMoneyness(surface, place), place.timeToExpiryYears);
}

/** Volatility at the forward. */
export function atmVolatility(surface: VolatilitySurface, timeToExpiryYears: number): number {
  return surfaceVolatility(surface, 0, timeToExpiryYears);
}

/** Slope of the smile at a strike: ∂σ/∂k = w′/(2σT). At T = 0 its limit. Domain as {@link strikeVolatility}. */
export function surfaceSlope(surface: VolatilitySurface, place: SurfacePlace): SmileSlope {
  const k = logMoneyness(surface, place);
  const first = surface.slices[0]?.timeToExpiryYears ?? Number.NaN;
  const years = Math.max(place.timeToExpiryYears, Math.min(first, 1));
  const { w, slope } = surfaceVariance(surface, k, place.timeToExpiryYears >= 0 ? years : Number.NaN);
  const byLogMoneyness = slope / (2 * Math.sqrt(w * years));
  return { byLogMoneyness, byStrike: byLogMoneyness / place.strike };
}

/** ln(K/F) of a place. */
export function logMoneyness(surface: VolatilitySurface, { strike, timeToExpiryYears, forward }: SurfacePlace): number {
  const own = forward ?? surfaceForward(surface, timeToExpiryYears);
  return strike > 0 && own > 0 ? Math.log(strike / own) : Number.NaN;
}
