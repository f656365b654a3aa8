import { erfcx, erfNearZero } from "./erfcx";

const INVERSE_SQRT_2PI = 0.3989422804014327;
const HALF_LOG_2PI = 0.9189385332046728;
const CENTRE = 0.66;

/**
 * Normal distribution function Φ(x).
 * Domain: all reals; NaN → NaN; ±∞ → 1, 0.   Relative error below 1e-14 down to −37.5, where doubles become subnormal.
 * Source: W. J. Cody (1969) through {@link erfcx}.   Checked: vectors/normal.json.
 */
export function normalCdf(x: number): number {
  if (Math.abs(x) < CENTRE) return 0.5 + 0.5 * erfNearZero(x * Math.SQRT1_2);
  return x > 0 ? 1 - lowerTail(-x) : lowerTail(x);
}

/** Complementary normal distribution, 1 − Φ(x), without cancellation in the upper tail. Domain and error as {@link normalCdf}. */
export function normalTail(x: number): number {
  return normalCdf(-x);
}

/** ln Φ(x): finite wherever x is, also where Φ itself is below the smallest double. Relative error below 1e-14. */
export function normalLogCdf(x: number): number {
  if (x > -CENTRE) return Math.log1p(-normalTail(x));
  return Math.log(0.5 * erfcx(-x * Math.SQRT1_2)) - 0.5 * x * x;
}

/** Normal density φ(x). All reals; ±∞ → 0. Relative error below 1e-15 wherever the result is a normal double. */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_2PI * expOfHalfSquare(x);
}

/** ln φ(x), exact to a rounding where φ(x) itself underflows. */
export function normalLogDensity(x: number): number {
  return -0.5 * x * x - HALF_LOG_2PI;
}

function lowerTail(x: number): number {
  if (x < -40) return 0;
  const scaled = 0.5 * erfcx(-x * Math.SQRT1_2);
  return scaled === 0 ? 0 : scaled * expOfHalfSquare(x);
}

/** e^(−x²/2) with the square split into an exact head and a small rest, so that its relative error does not grow with x². */
function expOfHalfSquare(x: number): number {
  const size = Math.abs(x);
  if (size > 40) return 0;
  const head = Math.trunc(size * 16) / 16;
  return Math.exp(-0.5 * (size - head) * (size + head)) * Math.exp(-0.5 * head * head);
}
