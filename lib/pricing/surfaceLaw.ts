import { normalCdf, normalDensity } from "@/lib/math/normal";
import type { SettlementLaw } from "./SettlementLaw";
import { surfaceForward, surfaceVariance } from "./surfaceVariance";
import { logMoneyness, type SurfacePlace } from "./surfaceVolatility";
import { durrleman } from "./svi";
import type { VolatilitySurface } from "./VolatilitySurface";

/**
 * Probability that the settlement price lies below a strike, as the smile implies it: the slope of the put in its strike,
 * Φ(−d₂) + φ(d₂)·w′/(2√w), d₂ = −k/√w − √w/2. Without the skew term it would be Black's at the strike's own volatility.
 * Domain: strike and forward above 0, T ≥ 0; outside, NaN. At T = 0 the price is the forward, which counts as not below itself.
 */
export function surfaceProbabilityBelow(surface: VolatilitySurface, place: SurfacePlace): number {
  const k = logMoneyness(surface, place);
  const { w, slope } = surfaceVariance(surface, k, place.timeToExpiryYears);
  if (w === 0) return k > 0 ? 1 : 0;
  const deviation = Math.sqrt(w);
  const d2 = -k / deviation - 0.5 * deviation;
  return normalCdf(-d2) + (normalDensity(d2) * slope) / (2 * deviation);
}

/** Density of the settlement price at a strike, per quote unit: g·φ(d₂)/(K√w). Domain as above; at T = 0 it is 0, a point mass has none. */
export function surfaceDensity(surface: VolatilitySurface, place: SurfacePlace): number {
  const k = logMoneyness(surface, place);
  const total = surfaceVariance(surface, k, place.timeToExpiryYears);
  if (total.w === 0) return 0;
  const deviation = Math.sqrt(total.w);
  const d2 = -k / deviation - 0.5 * deviation;
  return (durrleman(total, k) * normalDensity(d2)) / (place.strike * deviation);
}

/** The whole law of one time. A price of 0 or less has nothing below it, ∞ everything. */
export function surfaceLaw(surface: VolatilitySurface, time: Omit<SurfacePlace, "strike">): SettlementLaw {
  const { timeToExpiryYears, forward = surfaceForward(surface, timeToExpiryYears) } = time;
  const isInside = (price: number) => price > 0 && price < Number.POSITIVE_INFINITY;
  return {
    probabilityBelow: (price) => {
      if (!isInside(price)) return Number.isNaN(price) ? price : Number(price > 0);
      return surfaceProbabilityBelow(surface, { strike: price, timeToExpiryYears, forward });
    },
    density: (price) => {
      if (!isInside(price)) return Number.isNaN(price) ? price : 0;
      return surfaceDensity(surface, { strike: price, timeToExpiryYears, forward });
    },
  };
}
