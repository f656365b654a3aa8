import type { HestonConstants } from "./hestonConstants";

/** Beyond this e^(−x) is no longer seen beside 1: chooses a path, not the result. */
const GONE = 45;

/**
 * Heston's exponent A + B·v₀ on the line s = ½ + iu, and what its derivatives need.
 * With q = s(1 − s) = u² + ¼, which is real there: β = κ − ρσs, D = √(β² + σ²q), E = e^(−DT), N = (D + β) + (D − β)E,
 * B = −q(1 − E)/N, A = −κθ(T(D − β) + 2 ln(N/2D))/σ².
 */
export const node = {
  /** A + B·v₀. */
  exponentRe: 0,
  exponentIm: 0,
  /** B. */
  slopeRe: 0,
  slopeIm: 0,
  /** A/θ. */
  levelRe: 0,
  levelIm: 0,
  betaIm: 0,
  rootRe: 0,
  rootIm: 0,
  /** 1 − E. */
  decayedRe: 0,
  decayedIm: 0,
  /** N. */
  sumRe: 0,
  sumIm: 0,
  /** (D − β)/σ². */
  excessRe: 0,
  excessIm: 0,
};

/**
 * Fills {@link node} for one u ≥ 0. No term of it loses digits as σ → 0 or T → 0: (D − β)/σ² is q/(D + β) wherever that is the sum
 * without cancellation, 1 − E comes from expm1 and the logarithm from log1p. The logarithm's principal branch is the continuous one.
 * Source: S. Heston (1993) in the form of H. Albrecher et al. (2007); R. Lord and C. Kahl (2010) for the branch.
 */
export function fillNode(c: HestonConstants, u: number): void {
  const { squared, drift, time } = c;
  const q = u * u + 0.25;
  const betaIm = -c.correlation * c.volatilityOfVariance * u;
  const radicandRe = drift * drift + 0.25 * squared + c.spread * u * u;
  const radicandIm = 2 * drift * betaIm;
  const rootRe = Math.sqrt(0.5 * (Math.sqrt(radicandRe * radicandRe + radicandIm * radicandIm) + radicandRe));
  const rootIm = (0.5 * radicandIm) / rootRe;
  let plusRe = rootRe + drift;
  let plusIm = rootIm + betaIm;
  let excessRe: number;
  let excessIm: number;
  if (drift >= 0) {
    const scale = q / (plusRe * plusRe + plusIm * plusIm);
    excessRe = plusRe * scale;
    excessIm = -plusIm * scale;
  } else {
    excessRe = (rootRe - drift) / squared;
    excessIm = (rootIm - betaIm) / squared;
    const scale = q / (excessRe * excessRe + excessIm * excessIm);
    plusRe = excessRe * scale;
    plusIm = -excessIm * scale;
  }
  node.betaIm = betaIm;
  node.rootRe = rootRe;
  node.rootIm = rootIm;
  node.excessRe = excessRe;
  node.excessIm = excessIm;
  fillDecayed(rootRe * time, 0.5 * rootIm * time);
  const eRe = 1 - node.decayedRe;
  const eIm = -node.decayedIm;
  node.sumRe = plusRe + squared * (excessRe * eRe - excessIm * eIm);
  node.sumIm = plusIm + squared * (excessRe * eIm + excessIm * eRe);
  fillExponent(c, q);
}

/** 1 − e^(−(a + 2ib)) without cancellation. */
function fillDecayed(a: number, b: number): void {
  if (a > GONE) {
    node.decayedRe = 1;
    node.decayedIm = 0;
    return;
  }
  const fall = Math.expm1(-a);
  const sin = Math.sin(b);
  node.decayedRe = 2 * sin * sin - fall * (1 - 2 * sin * sin);
  node.decayedIm = 2 * (1 + fall) * sin * Math.cos(b);
}

function fillExponent(c: HestonConstants, q: number): void {
  const { squared, time, initialVariance, meanReversion, longRunVariance } = c;
  const { decayedRe, decayedIm, sumRe, sumIm, rootRe, rootIm, excessRe, excessIm } = node;
  const sumSize = sumRe * sumRe + sumIm * sumIm;
  const slope = -q / sumSize;
  node.slopeRe = slope * (decayedRe * sumRe + decayedIm * sumIm);
  node.slopeIm = slope * (decayedIm * sumRe - decayedRe * sumIm);
  const rootSize = 0.5 / (rootRe * rootRe + rootIm * rootIm);
  const productRe = excessRe * decayedRe - excessIm * decayedIm;
  const productIm = excessRe * decayedIm + excessIm * decayedRe;
  const lossRe = squared * rootSize * (productRe * rootRe + productIm * rootIm);
  const lossIm = squared * rootSize * (productIm * rootRe - productRe * rootIm);
  const lossSize = lossRe * lossRe + lossIm * lossIm;
  const logRe = lossSize < 0.25 ? Math.log1p(lossSize - 2 * lossRe) : Math.log(0.5 * rootSize * sumSize);
  const logIm = Math.atan2(-lossIm, 1 - lossRe);
  node.levelRe = -meanReversion * (time * excessRe + logRe / squared);
  node.levelIm = -meanReversion * (time * excessIm + (2 * logIm) / squared);
  node.exponentRe = longRunVariance * node.levelRe + initialVariance * node.slopeRe;
  node.exponentIm = longRunVariance * node.levelIm + initialVariance * node.slopeIm;
}
