import type { GpdTail } from "./gpdTailRisk";

/** Shape and scale of a generalised Pareto law. */
export type GpdLaw = Pick<GpdTail, "shape" | "scale">;

/** The largest likelihood, or that none was found: a sample whose tail ends too hard (ξ ≤ −½) has none with usable errors. */
export type GpdMaximum = ({ readonly ok: true } & GpdLaw) | { readonly ok: false };

const STEPS = 200;
/** A step this small, relative to the standard errors, ends it. */
const CLOSE = 1e-10;
const LOWEST_SHAPE = -0.5;
/** A search that ends closer to the lowest shape than this was stopped by it. */
const STOPPED = 0.01;
const HALVINGS = 40;
/** Below this |ξz| two terms of the slope in ξ cancel, and their series is taken. Chooses the path. */
const NEAR_EXPONENTIAL = 0.02;
const LAST_POWER = 10;

/**
 * Shape and scale by probability-weighted moments: k = a₀/(a₀ − 2a₁) − 2, ξ = −k, β = 2a₀a₁/(a₀ − 2a₁), aᵣ the mean of y·(1 − p)ʳ with
 * p = (i − 0.35)/n. `excesses` ascending, at least two, above 0. Source: J. R. M. Hosking and J. R. Wallis (1987).
 */
export function gpdByMoments(excesses: Float64Array): GpdLaw {
  const count = excesses.length;
  let [plain, weighted] = [0, 0];
  excesses.forEach((excess, index) => {
    plain += excess / count;
    weighted += (excess * (1 - (index + 0.65) / count)) / count;
  });
  const rest = plain - 2 * weighted;
  return { shape: 2 - plain / rest, scale: (2 * plain * weighted) / rest };
}

/**
 * Shape and scale of the largest likelihood, from the moments on by Fisher's scoring, a step halved until the likelihood rises.
 * Source: R. L. Smith (1984), whose information matrix also gives {@link gpdCovariance}.
 */
export function gpdByLikelihood(excesses: Float64Array): GpdMaximum {
  let law = feasible(gpdByMoments(excesses), excesses);
  let likelihood = logLikelihood(law, excesses);
  for (let step = 0; step < STEPS; step += 1) {
    const change = scoringStep(law, excesses);
    const next = risen({ law, likelihood, change }, excesses);
    const size = Math.hypot(change.shape, change.scale / law.scale) * Math.sqrt(excesses.length);
    if (next === null || size < CLOSE) return law.shape > LOWEST_SHAPE + STOPPED ? { ok: true, ...law } : { ok: false };
    ({ law, likelihood } = next);
  }
  return { ok: false };
}

/** Large-sample covariance of shape and scale: (1 + ξ)/n·[[1 + ξ, −β], [−β, 2β²]], for ξ > −½. */
export function gpdCovariance({ shape, scale }: GpdLaw, count: number) {
  const factor = (1 + shape) / count;
  return { shape: factor * (1 + shape), both: -factor * scale, scale: 2 * factor * scale * scale };
}

type Point = { readonly law: GpdLaw; readonly likelihood: number };

function risen({ law, likelihood, change }: Point & { readonly change: GpdLaw }, excesses: Float64Array): Point | null {
  let share = 1;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const next = { shape: law.shape + share * change.shape, scale: law.scale + share * change.scale };
    const value = next.shape > LOWEST_SHAPE ? logLikelihood(next, excesses) : Number.NEGATIVE_INFINITY;
    if (value > likelihood) return { law: next, likelihood: value };
    share /= 2;
  }
  return null;
}

/** Inside of the support and of the domain of the information matrix. */
function feasible({ shape, scale }: GpdLaw, excesses: Float64Array): GpdLaw {
  const largest = excesses.at(-1) ?? Number.NaN;
  const inside = Math.min(Math.max(shape, LOWEST_SHAPE / 2), 2);
  const positive = scale > 0 ? scale : largest / 2;
  return { shape: inside, scale: Math.max(positive, -1.05 * inside * largest) };
}

function logLikelihood({ shape, scale }: GpdLaw, excesses: Float64Array): number {
  let sum = -excesses.length * Math.log(scale);
  for (const excess of excesses) {
    const z = excess / scale;
    const s = shape * z;
    sum -= shape === 0 ? z : (1 / shape + 1) * Math.log1p(s);
  }
  return Number.isNaN(sum) ? Number.NEGATIVE_INFINITY : sum;
}

/** Covariance times the slope of the likelihood. */
function scoringStep(law: GpdLaw, excesses: Float64Array): GpdLaw {
  const { shape, scale } = law;
  let [inShape, inScale] = [0, 0];
  for (const excess of excesses) {
    const z = excess / scale;
    const grown = z / (1 + shape * z);
    inShape += z * z * halfBend(shape * z) - grown;
    inScale += ((1 + shape) * grown - 1) / scale;
  }
  const covariance = gpdCovariance(law, excesses.length);
  return {
    shape: covariance.shape * inShape + covariance.both * inScale,
    scale: covariance.both * inShape + covariance.scale * inScale,
  };
}

/** (ln(1 + s) − s/(1 + s))/s² = ½ − ⅔s + ¾s² − …. */
function halfBend(s: number): number {
  if (Math.abs(s) > NEAR_EXPONENTIAL) return (Math.log1p(s) - s / (1 + s)) / (s * s);
  let sum = 0;
  for (let power = LAST_POWER; power >= 0; power -= 1) sum = (power + 1) / (power + 2) - s * sum;
  return sum;
}
