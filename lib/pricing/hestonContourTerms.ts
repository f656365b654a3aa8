import type { StripRows } from "./characteristicStrip";
import { characteristicTails } from "./characteristicTails";
import type { HestonConstants } from "./hestonConstants";
import { hestonLogMoment } from "./hestonMoment";
import { logRatio } from "./normalisedBlack";
import { poissonWeights } from "./poissonWeights";

/** One option given one number of jumps. */
export type ContourTerm = {
  /** The option's place in the strip. */
  readonly option: number;
  /** Probability of so many jumps, and its derivative in T. */
  readonly weight: number;
  readonly weightGrowth: number;
  /** ln(Fₙ/K). */
  readonly x: number;
  /** Fₙ/F. */
  readonly forwardShare: number;
  /** nδ². */
  readonly addedVariance: number;
  /** So far out of the money that it is worth nothing that counts? */
  readonly isWorthless: boolean;
};

/** A variance with which no price differs from the intrinsic value by a rounding. */
const CERTAIN = 1e-32;

/** The terms of Σ P(n jumps)·C(Fₙ, K), Fₙ = F·e^(n(ν + δ²/2) − λk̄T), for every option of the strip. */
export function contourTerms(c: HestonConstants, strip: StripRows): readonly ContourTerm[] {
  const { first, weights } = poissonWeights(c.jumpIntensity * c.time);
  const withoutJumps = { ...c, jumpIntensity: 0 };
  return Array.from(weights, (weight, place) => {
    const jumps = first + place;
    const addedVariance = jumps * c.jumpDeviation ** 2;
    const controlVariance = c.meanVariance + addedVariance;
    const shift = jumps * c.meanLogJump + 0.5 * addedVariance - c.jumpIntensity * c.meanJump * c.time;
    const logMoment = (power: number) =>
      hestonLogMoment(withoutJumps, power) + 0.5 * addedVariance * power * (power - 1);
    const isCertain = controlVariance <= CERTAIN;
    const tails = isCertain ? null : characteristicTails({ controlVariance, logMoment }, strip.digits);
    const weightGrowth = c.jumpIntensity > 0 ? weight * (jumps / c.time - c.jumpIntensity) : 0;
    return Array.from(strip.strikes, (strike, option): ContourTerm => {
      const x = logRatio(strip.forward, strike) + shift;
      const isWorthless = tails === null || x < -tails.calls || x > tails.puts;
      return { option, weight, weightGrowth, x, forwardShare: Math.exp(shift), addedVariance, isWorthless };
    });
  }).flat();
}
