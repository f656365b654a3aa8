import { orderStatistic } from "@/lib/math/orderStatistic";
import { type GpdLaw, gpdByLikelihood, gpdCovariance } from "./gpdLikelihood";
import { type GpdTail, gpdExcess } from "./gpdTailRisk";

/** A fitted tail, how sure it is, and how well it holds. */
export type GpdFit = GpdTail & {
  /** Losses beyond the threshold. */
  readonly exceedances: number;
  readonly shapeError: number;
  readonly scaleError: number;
  /** Distance between the fitted and the sample's distribution function that counts the ends most; 0 is none. */
  readonly andersonDarling: number;
  /** Largest distance of a point from the fitted line, as a share of its fitted loss beyond the threshold, the few largest losses left out. */
  readonly worstDeviation: number;
  /** Losses beside those that the fit has at the same share, ascending, thinned but for the largest. */
  readonly points: readonly TailPoint[];
};

/** One loss of the sample, the fitted loss of its rank, and the share of all scenarios that lie beyond it. */
export type TailPoint = { readonly observed: number; readonly fitted: number; readonly beyond: number };

/** The fit, or why there is none. */
export type GpdFitResult =
  | { readonly ok: true; readonly fit: GpdFit }
  | { readonly ok: false; readonly reason: "tooFewExceedances" | "noMaximum" };

/** With fewer the likelihood has a maximum too rarely, and its errors say too little. */
const LEAST_EXCEEDANCES = 50;
const POINTS = 60;
/** The largest losses scatter by their own size: they are drawn, and not judged by. */
const UNJUDGED = 10;

/**
 * The generalised Pareto law of the worst `share` of changes in value (gains above 0): peaks over the threshold at that share, by maximum
 * likelihood. Losses equal to the threshold are none beyond it.
 * Domain: 0 < share < 1, no NaN among the changes.
 */
export function fitGpdTail(changes: Float64Array, share: number): GpdFitResult {
  const wanted = Math.floor(changes.length * share);
  if (!(wanted >= LEAST_EXCEEDANCES && wanted < changes.length)) return { ok: false, reason: "tooFewExceedances" };
  const work = changes.slice();
  const threshold = 0 - orderStatistic(work, wanted);
  const excesses = work
    .subarray(0, wanted)
    .map((change) => -change - threshold)
    .filter((excess) => excess > 0)
    .sort();
  if (excesses.length < LEAST_EXCEEDANCES) return { ok: false, reason: "tooFewExceedances" };
  const law = gpdByLikelihood(excesses);
  if (!law.ok) return { ok: false, reason: "noMaximum" };
  const { shape, scale } = law;
  const tail = { threshold, exceedanceShare: excesses.length / changes.length, shape, scale };
  const covariance = gpdCovariance(law, excesses.length);
  return {
    ok: true,
    fit: {
      ...tail,
      exceedances: excesses.length,
      shapeError: Math.sqrt(covariance.shape),
      scaleError: Math.sqrt(covariance.scale),
      andersonDarling: andersonDarling(law, excesses),
      worstDeviation: worstDeviation(law, excesses),
      points: tailPoints(tail, excesses),
    },
  };
}

/** A² = −n − Σ(2i − 1)·(ln Fᵢ + ln(1 − Fₙ₊₁₋ᵢ))/n. Source: T. W. Anderson and D. A. Darling (1954). */
function andersonDarling({ shape, scale }: GpdLaw, excesses: Float64Array): number {
  const logTails = excesses.map((excess) => {
    const z = excess / scale;
    return shape === 0 ? -z : -Math.log1p(shape * z) / shape;
  });
  const count = excesses.length;
  let sum = 0;
  logTails.forEach((logTail, index) => {
    const mirrored = logTails[count - 1 - index] as number;
    sum += (2 * index + 1) * (Math.log(-Math.expm1(logTail)) + mirrored);
  });
  return -count - sum / count;
}

function worstDeviation(law: GpdLaw, excesses: Float64Array): number {
  const count = excesses.length;
  let worst = 0;
  for (let index = Math.ceil(count / 10); index < count - UNJUDGED; index += 1) {
    const fitted = gpdExcess(law, upperShare(index, count));
    worst = Math.max(worst, Math.abs((excesses[index] as number) / fitted - 1));
  }
  return worst;
}

function tailPoints({ threshold, exceedanceShare, ...law }: GpdTail, excesses: Float64Array): readonly TailPoint[] {
  const count = excesses.length;
  const stride = Math.max(1, Math.ceil((count - UNJUDGED) / (POINTS - UNJUDGED)));
  return [...excesses.keys()]
    .filter((index) => index >= count - UNJUDGED || index % stride === 0)
    .map((index) => {
      const upper = upperShare(index, count);
      return {
        observed: threshold + (excesses[index] as number),
        fitted: threshold + gpdExcess(law, upper),
        beyond: upper * exceedanceShare,
      };
    });
}

/** The middle of the share that the loss of this rank stands for. */
function upperShare(index: number, count: number): number {
  return 1 - (index + 0.5) / count;
}
