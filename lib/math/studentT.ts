import { halfStepGammaRatio } from "./halfStepGammaRatio";
import { normalDensity, normalTail } from "./normal";

const SQRT_PI = 1.772453850905516;
/** More degrees of freedom than this are the normal distribution to the last digit of all but the remotest tails. */
const NORMAL_FROM = 1e15;
/** From here on ln(1 + x²) is 2·ln x to the last digit; x² itself may be beyond a double. */
const SQUARE_ALONE = 1e9;
const MOST_TERMS = 1_000_000;
/** In the continued fraction a denominator of 0 is replaced by this. Source: W. J. Lentz (1976). */
const TINY = 1e-300;
const EPSILON = 1.2e-16;
/** Below it a double loses digits. */
const LOWEST_NORMAL = 1e-290;

/**
 * Density of Student's t distribution with `nu` degrees of freedom, any above 0.
 * Domain: all reals; nu > 0, ∞ being the normal density; otherwise NaN.   Relative error below 1e-14 + 3e-16·|ln f|.
 * f(t) = Γ((ν + 1)/2)/(Γ(ν/2)·√(νπ))·(1 + t²/ν)^(−(ν + 1)/2).   Checked: vectors/studentT.json.
 */
export function studentTDensity(t: number, nu: number): number {
  if (!(nu > 0)) return Number.NaN;
  if (nu > NORMAL_FROM) return normalDensity(t);
  const scale = halfStepGammaRatio(nu / 2) / (SQRT_PI * Math.sqrt(nu));
  return scale * Math.exp(-0.5 * (nu + 1) * logOfOnePlusSquare(t / Math.sqrt(nu)));
}

/**
 * P(T > t) without cancellation in the upper tail. Domain as {@link studentTDensity}; ±∞ → 0, 1.
 * Relative error below 1e-14 + 3e-16·|ln P|. With x = ν/(ν + t²) it is ½·I_x(ν/2, ½) by the continued fraction where that converges fast, and
 * ½ less the part between the median and t, by a series of positive terms, where that does.
 * Source: A. R. DiDonato and A. H. Morris (1992), the continued fraction of their equation 9; NIST DLMF 8.17.8 (series).   Checked: vectors/studentT.json.
 */
export function studentTTail(t: number, nu: number): number {
  if (!(nu > 0) || Number.isNaN(t)) return Number.NaN;
  if (nu > NORMAL_FROM) return normalTail(t);
  if (t < 0) return 1 - studentTTail(-t, nu);
  return t < studentTSplit(nu) ? 0.5 - studentTCentre(t, nu) : remoteTail(t, nu);
}

/** Distribution function P(T ≤ t); domain and error as {@link studentTTail}. */
export function studentTCdf(t: number, nu: number): number {
  return studentTTail(-t, nu);
}

/** P(0 < T < t) for 0 ≤ t below {@link studentTSplit}, relative to itself however small: t·f(t)·(1 + …), all terms positive. */
export function studentTCentre(t: number, nu: number): number {
  const y = (t * t) / (nu + t * t);
  let term = 1;
  let sum = 1;
  for (let k = 0; k < MOST_TERMS && term > EPSILON * sum; k += 1) {
    term *= (y * (0.5 * (nu + 1) + k)) / (1.5 + k);
    sum += term;
  }
  return t * studentTDensity(t, nu) * sum;
}

/** Where the continued fraction of the tail takes over from the series of the centre. Chooses the path. */
export function studentTSplit(nu: number): number {
  return Math.sqrt(3 / (1 + 2 / nu));
}

/** t·f(t)/2 over the fraction. */
function remoteTail(t: number, nu: number): number {
  if (t === Number.POSITIVE_INFINITY) return 0;
  const direct = t * studentTDensity(t, nu);
  // Of few degrees of freedom the density underflows long before the product with t does.
  const front = direct > LOWEST_NORMAL ? direct : Math.exp(Math.log(t) + logDensity(t, nu));
  return (0.5 * front) / betaFraction(t, nu);
}

function logDensity(t: number, nu: number): number {
  const scale = halfStepGammaRatio(nu / 2) / (SQRT_PI * Math.sqrt(nu));
  return Math.log(scale) - 0.5 * (nu + 1) * logOfOnePlusSquare(t / Math.sqrt(nu));
}

function logOfOnePlusSquare(x: number): number {
  return Math.abs(x) > SQUARE_ALONE ? 2 * Math.log(Math.abs(x)) : Math.log1p(x * x);
}

/**
 * The continued fraction under x^a·y^½/B(a, ½) in I_x(a, ½), a = ν/2, by Lentz's method. Everything is said by the small y = t²/(ν + t²): many
 * degrees of freedom would leave no digits of 1 − x.
 */
function betaFraction(t: number, nu: number): number {
  const a = nu / 2;
  const ratio = t / Math.sqrt(nu);
  const x = 1 / (1 + ratio * ratio);
  const y = ratio > 1 ? 1 / (1 + 1 / ratio / ratio) : x * ratio * ratio;
  const drift = a * y - 0.5 * x + 1;
  let value = awayFromZero((a * drift) / (a + 1));
  let c = value;
  let d = 0;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const step = a + 2 * m - 1;
    const numerator = ((a + m - 1) * (a + m - 0.5) * m * (0.5 - m) * x * x) / (step * step);
    const denominator = m + (m * (0.5 - m) * x) / step + ((a + m) * (drift + m * (1 + y))) / (a + 2 * m + 1);
    d = 1 / awayFromZero(denominator + numerator * d);
    c = awayFromZero(denominator + numerator / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 2 * EPSILON) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
