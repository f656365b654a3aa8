import { surfaceSlope, surfaceVolatility } from "./surfaceVolatility";
import type { VolatilitySurface } from "./VolatilitySurface";

/** The lean of one smile. Volatilities in units of 1. */
export type SurfaceSkew = {
  /** Volatility of the call of forward delta 0.25, and of the put of −0.25. */
  readonly callVolatility: number;
  readonly putVolatility: number;
  /** Call less put: below 0 where falls are dearer than rises. */
  readonly riskReversal: number;
  /** Mean of the two less the volatility at the money. */
  readonly butterfly: number;
  /** ∂σ/∂k at the money. */
  readonly slope: number;
};

/** Φ⁻¹(3/4). */
const QUARTER = 0.6744897501960817;

/**
 * 25-delta risk reversal, butterfly and slope at the money. The strike of a delta is where d₁(k) = −k/√w + √w/2 has its value: on a smile
 * without arbitrage d₁ falls in k, so that there is one (Fukasawa 2012). T > 0, otherwise NaN.
 */
export function surfaceSkew(surface: VolatilitySurface, timeToExpiryYears: number): SurfaceSkew {
  const callVolatility = volatilityAtD1(surface, timeToExpiryYears, -QUARTER);
  const putVolatility = volatilityAtD1(surface, timeToExpiryYears, QUARTER);
  return {
    callVolatility,
    putVolatility,
    riskReversal: callVolatility - putVolatility,
    butterfly: 0.5 * (callVolatility + putVolatility) - surfaceVolatility(surface, 0, timeToExpiryYears),
    slope: surfaceSlope(surface, { strike: 1, forward: 1, timeToExpiryYears }).byLogMoneyness,
  };
}

function volatilityAtD1(surface: VolatilitySurface, timeToExpiryYears: number, d1: number): number {
  const excess = (k: number) => {
    const deviation = surfaceVolatility(surface, k, timeToExpiryYears) * Math.sqrt(timeToExpiryYears);
    return -k / deviation + 0.5 * deviation - d1;
  };
  let reach = surfaceVolatility(surface, 0, timeToExpiryYears) * Math.sqrt(timeToExpiryYears);
  while (reach < 1e3 && !(excess(-reach) > 0 && excess(reach) < 0)) reach *= 2;
  if (!(reach < 1e3)) return Number.NaN;
  let [low, high] = [-reach, reach];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = 0.5 * (low + high);
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return surfaceVolatility(surface, 0.5 * (low + high), timeToExpiryYears);
}
