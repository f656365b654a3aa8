import { expOfSum } from "./expOfSum";
import { upperMillsRatio } from "./upperMillsRatio";

const INVERSE_SQRT_2PI = 0.3989422804014327;
/** The same rounded the other way, a seventh of a spacing farther off, because with it Φ(0) is ½ exactly. */
const INVERSE_SQRT_2PI_BELOW = 0.39894228040143265;
const HALF_LOG_2PI = 0.9189385332046728;
/** Beyond it the density is below the smallest double. */
const VANISHED = 40;
/** From here down the logarithm is taken of the parts instead of the whole. Chooses the path. */
const CENTRE = -0.66;

/**
 * Normal distribution function Φ(x).
 * Domain: all reals; NaN → NaN; ±∞ → 1, 0.   Relative error below 2 ulp down to −37.5, where doubles become subnormal.
 * Φ(−w) = φ(w)·R(w) with {@link upperMillsRatio}.   Checked: vectors/normal.json.
 */
export function normalCdf(x: number): number {
  return x > 0 ? 1 - tailFrom(x) : tailFrom(-x);
}

/** Complementary normal distribution, 1 − Φ(x), without cancellation in the upper tail. Domain and error as {@link normalCdf}. */
export function normalTail(x: number): number {
  return normalCdf(-x);
}

/** ln Φ(x): finite wherever x is, also where Φ itself is below the smallest double. Relative error below 1e-15. */
export function normalLogCdf(x: number): number {
  if (x > CENTRE) return Math.log1p(-normalTail(x));
  return Math.log(upperMillsRatio(-x)) + normalLogDensity(x);
}

/** Normal density φ(x). All reals; ±∞ → 0. Relative error below 1 ulp wherever the result is a normal double. */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_2PI * expOfHalfSquare(x);
}

/** ln φ(x), exact to a rounding where φ(x) itself underflows. */
export function normalLogDensity(x: number): number {
  return -0.5 * x * x - HALF_LOG_2PI;
}

/** 1 − Φ(w) for w ≥ 0. */
function tailFrom(w: number): number {
  return w > VANISHED ? 0 : INVERSE_SQRT_2PI_BELOW * upperMillsRatio(w) * expOfHalfSquare(w);
}

/** e^(−x²/2), the square split into an exact head and a small rest. */
function expOfHalfSquare(x: number): number {
  if (Math.abs(x) > VANISHED) return 0;
  const head = Math.fround(x);
  return expOfSum(-0.5 * head * head, -0.5 * (x - head) * (x + head));
}
