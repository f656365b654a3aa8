import { expOfSum } from "@/lib/math/expOfSum";
import { COMPLEMENT_FROM, fillMillsPairs, millsPairs } from "@/lib/math/millsPairs";

/**
 * ln(a / b) with full relative precision also where a and b are close.
 * Domain: a, b > 0. Within a factor of two the difference is exact and the logarithm is taken of 1 + it.
 */
export function logRatio(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) < 0.5 * b ? Math.log1p(difference / b) : Math.log(a / b);
}

const INVERSE_SQRT_2PI = 0.3989422804014327;
const pairs = millsPairs();

/**
 * Black's price over √(F·K) of the out-of-the-money option at log-moneyness x = −|ln(F/K)| and deviation s = σ√T.
 *
 * With h = |x|/s, t = s/2 and Mills' ratio R it is φ(0)·e^(−(h² + t²)/2)·(R(h − t) − R(h + t)), or where t is larger than h its complement
 * e^(x/2) − φ(0)·e^(−(h² + t²)/2)·(R(t − h) + R(h + t)).
 * Domain: x ≤ 0, s ≥ 0; s = 0 → 0; s = ∞ → e^(x/2).   Relative error below 1e-15·(1 + h²) wherever b is a normal double.
 * Source: P. Jäckel, "Let's be rational" (2015), for the choice of variables.
 */
export function normalisedBlack(x: number, s: number): number {
  if (s === 0) return 0;
  const most = expOfSum(0.5 * x, 0);
  if (s === Number.POSITIVE_INFINITY) return most;
  const h = -x / s;
  const t = 0.5 * s;
  pairs.high[0] = h;
  pairs.half[0] = t;
  fillMillsPairs(pairs, 1);
  const envelope = INVERSE_SQRT_2PI * expOfSum(-0.5 * (h * h + t * t), 0);
  const outer = envelope * (pairs.gap[0] as number);
  return t - h > COMPLEMENT_FROM ? most - outer : outer;
}
