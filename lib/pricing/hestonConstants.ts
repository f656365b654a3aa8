import type { BatesParameters } from "./HestonParameters";

/** Heston's or Bates's parameters at one expiry, with what does not change along the line of integration. */
export type HestonConstants = BatesParameters & {
  /** Years, above 0. */
  readonly time: number;
  /** σ². */
  readonly squared: number;
  /** Re β on the line s = ½ + iu: κ − ρσ/2. */
  readonly drift: number;
  /** σ²(1 − ρ²), without cancellation near ρ = ±1. */
  readonly spread: number;
  /** Expected variance over the time, jumps apart. */
  readonly meanVariance: number;
  /** k̄ = e^(ν + δ²/2) − 1. */
  readonly meanJump: number;
};

/** σ = 0 is taken as this: its square and what is divided by it stay normal doubles, and no result differs by a rounding. */
const SMALLEST_VOLATILITY = 1e-60;

export function hestonConstants(parameters: BatesParameters, time: number): HestonConstants {
  const { initialVariance, meanReversion, longRunVariance, correlation, meanLogJump, jumpDeviation } = parameters;
  const sigma = Math.max(parameters.volatilityOfVariance, SMALLEST_VOLATILITY);
  const forgotten = -Math.expm1(-meanReversion * time) / meanReversion;
  return {
    initialVariance,
    meanReversion,
    longRunVariance,
    volatilityOfVariance: sigma,
    correlation,
    jumpIntensity: parameters.jumpIntensity,
    meanLogJump,
    jumpDeviation,
    time,
    squared: sigma * sigma,
    drift: meanReversion - 0.5 * correlation * sigma,
    spread: sigma * sigma * (1 - correlation) * (1 + correlation),
    meanVariance: longRunVariance * (time - forgotten) + initialVariance * forgotten,
    meanJump: Math.expm1(meanLogJump + 0.5 * jumpDeviation * jumpDeviation),
  };
}
