import { sviDerivatives } from "./svi";
import type { RawSvi } from "./VolatilitySurface";

/** SVI in the traders' terms, which move little with the expiry. */
export type SviJumpWings = {
  /** v: variance a year at the money. */
  readonly variance: number;
  /** ψ: slope at the money of the volatility times √T. */
  readonly skew: number;
  /** p: slope of the left wing, down being positive. */
  readonly leftSlope: number;
  /** c: slope of the right wing. */
  readonly rightSlope: number;
  /** ṽ: the least variance a year. */
  readonly minimumVariance: number;
};

/**
 * Raw SVI → jump wings. Domain: w(0) > 0, T > 0, otherwise NaN in the fields that need it.   Relative error below 1e-13.
 * Source: Gatheral and Jacquier (2014), equation 3.5.   Checked: vectors/svi.json.
 */
export function sviToJumpWings(svi: RawSvi, timeToExpiryYears: number): SviJumpWings {
  const { a, b, rho, sigma } = svi;
  const { w, slope } = sviDerivatives(svi, 0);
  const deviation = Math.sqrt(w);
  return {
    variance: w / timeToExpiryYears,
    skew: (0.5 * slope) / deviation,
    leftSlope: (b * (1 - rho)) / deviation,
    rightSlope: (b * (1 + rho)) / deviation,
    minimumVariance: (a + b * sigma * Math.sqrt((1 - rho) * (1 + rho))) / timeToExpiryYears,
  };
}

/**
 * Jump wings → raw SVI. With ψ = 0 the least variance is the one at the money and says nothing of the curvature: NaN in σ, m and a,
 * as for any input that no slice has. Without slopes: the flat slice, with σ = 1.
 *
 * With β = m/√(m² + σ²) = ρ − 2ψ√w/b, formula 3.6's denominator is (ρ − β)² over a sum, which nothing cancels in.
 * Source: Gatheral and Jacquier (2014), lemma 3.2.   Checked: vectors/svi.json.
 */
export function sviFromJumpWings(wings: SviJumpWings, timeToExpiryYears: number): RawSvi {
  const { variance, skew, leftSlope, rightSlope, minimumVariance } = wings;
  const w = variance * timeToExpiryYears;
  const deviation = Math.sqrt(w);
  const b = 0.5 * deviation * (leftSlope + rightSlope);
  if (b === 0) return { a: w, b, rho: 0, m: 0, sigma: 1 };
  const rho = (rightSlope - leftSlope) / (rightSlope + leftSlope);
  const gap = (2 * skew * deviation) / b;
  const beta = rho - gap;
  const cosine = Math.sqrt((1 - beta) * (1 + beta));
  const lowest = Math.sqrt((1 - rho) * (1 + rho));
  const rise = (variance - minimumVariance) * timeToExpiryYears;
  const sigma = ((rise / b) * cosine * (1 - rho * beta + lowest * cosine)) / (gap * gap);
  return { a: minimumVariance * timeToExpiryYears - b * sigma * lowest, b, rho, m: (sigma * beta) / cosine, sigma };
}
