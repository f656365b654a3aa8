import type { StripRows } from "./characteristicStrip";
import { characteristicTails } from "./characteristicTails";
import type { HestonConstants } from "./hestonConstants";
import type { Bend } from "./hestonContourNodes";
import { fillNode, node } from "./hestonExponent";
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
  /** Null where the option is so far out of the money that it is worth nothing that counts. */
  readonly bend: Bend | null;
};

/** A variance with which no price differs from the intrinsic value by a rounding. */
const CERTAIN = 1e-32;
/** Where the transform has fallen to e^(−20) its phase tells which way its end bends. */
const FALLEN = -20;
const LARGEST_U = 1e12;

/** The terms of Σ P(n jumps)·C(Fₙ, K), Fₙ = F·e^(n(ν + δ²/2) − λk̄T), for every option of the strip. */
export function contourTerms(c: HestonConstants, strip: StripRows): readonly ContourTerm[] {
  const { first, weights } = poissonWeights(c.jumpIntensity * c.time);
  const centre = phaseCentre(c);
  const withoutJumps = { ...c, jumpIntensity: 0 };
  return Array.from(weights, (weight, place) => {
    const jumps = first + place;
    const addedVariance = jumps * c.jumpDeviation ** 2;
    const shift = jumps * c.meanLogJump + 0.5 * addedVariance - c.jumpIntensity * c.meanJump * c.time;
    const controlVariance = c.meanVariance + addedVariance;
    const logMoment = (power: number) =>
      hestonLogMoment(withoutJumps, power) + 0.5 * addedVariance * power * (power - 1);
    const tails =
      controlVariance > CERTAIN
        ? characteristicTails({ controlVariance, logMoment }, strip.digits)
        : { calls: 0, puts: 0 };
    const weightGrowth = c.jumpIntensity > 0 ? weight * (jumps / c.time - c.jumpIntensity) : 0;
    return Array.from(strip.strikes, (strike, option): ContourTerm => {
      const x = logRatio(strip.forward, strike) + shift;
      const isWorthless = controlVariance <= CERTAIN || x < -tails.calls || x > tails.puts;
      const bend = isWorthless ? null : x < centre ? 1 : -1;
      return { option, weight, weightGrowth, x, forwardShare: Math.exp(shift), addedVariance, bend };
    });
  }).flat();
}

/** The log-moneyness at which neither way is the better: −d arg/du of the transform far out on the line s = ½ + iu. */
function phaseCentre(c: HestonConstants): number {
  for (let u = 1; ; u *= 2) {
    fillNode(c, u);
    if (!(node.exponentRe > FALLEN && u < LARGEST_U)) return -node.exponentIm / u;
  }
}
