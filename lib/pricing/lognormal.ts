import { normalCdf, normalDensity } from "@/lib/math/normal";
import { logRatio } from "./normalisedBlack";

/** A lognormal settlement price: its mean is the forward, its log has deviation σ√T. */
export type LognormalInput = {
  readonly forward: number;
  readonly timeToExpiryYears: number;
  readonly volatility: number;
};

/**
 * Probability that the settlement price lies below `level`, as option prices at this volatility imply it (no forecast).
 * Domain: forward > 0, level, time, volatility ≥ 0, otherwise NaN; level 0 → 0, ∞ → 1. Without deviation the price is
 * the forward for certain, and `level` = forward counts as not below.
 */
export function lognormalProbabilityBelow(level: number, input: LognormalInput): number {
  const { forward, timeToExpiryYears, volatility } = input;
  const deviation = volatility * Math.sqrt(timeToExpiryYears);
  if (!(forward > 0 && level >= 0 && deviation >= 0)) return Number.NaN;
  if (level === 0) return 0;
  if (level === Number.POSITIVE_INFINITY) return 1;
  if (deviation === 0) return level > forward ? 1 : 0;
  return normalCdf(logRatio(level, forward) / deviation + 0.5 * deviation);
}

/** Density of the same distribution at `level`, per quote unit. At 0 it is 0; without deviation it is 0 (a point mass has none). */
export function lognormalDensity(level: number, input: LognormalInput): number {
  const { forward, timeToExpiryYears, volatility } = input;
  const deviation = volatility * Math.sqrt(timeToExpiryYears);
  if (!(forward > 0 && level >= 0 && deviation >= 0)) return Number.NaN;
  if (level === 0 || level === Number.POSITIVE_INFINITY || deviation === 0) return 0;
  return normalDensity(logRatio(level, forward) / deviation + 0.5 * deviation) / (level * deviation);
}
