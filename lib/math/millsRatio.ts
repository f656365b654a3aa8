import { type DoubleDouble, exactly, exponential, minus, over, plus, scaled, times } from "./doubleDouble";

/** √(π/2), Y(0). */
export const SQRT_HALF_PI: DoubleDouble = { high: 1.2533141373155003, low: -9.164289990229583e-17 };
const SERIES_LIMIT = 4;
const ENOUGH = 1e-30;

/**
 * Mills' ratio Y(z) = Φ(z)/φ(z) in double-double.
 * Domain: −∞ < z ≤ 37, above which it exceeds a double.   Relative error below 1e-25.
 * z > −4: √(π/2)·e^(z²/2) + Σ z^(2k+1)/(2k+1)!!. Below: Laplace's continued fraction 1/(w + 1/(w + 2/(w + …))), w = −z.
 * Source: Abramowitz and Stegun (1964), 26.2.11 and 26.2.14.
 */
export function millsRatio(z: DoubleDouble): DoubleDouble {
  if (z.high <= -SERIES_LIMIT) return continuedFraction({ high: -z.high, low: -z.low });
  const halfSquare = scaled(times(z, z), -1);
  const whole = times(SQRT_HALF_PI, exponential(halfSquare));
  if (z.high <= SERIES_LIMIT) return plus(whole, oddSeries(z));
  return minus(scaled(whole, 1), continuedFraction(z));
}

function oddSeries(z: DoubleDouble): DoubleDouble {
  const square = times(z, z);
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term.high) > ENOUGH * Math.abs(sum.high); odd += 2) {
    term = over(times(term, square), exactly(odd));
    sum = plus(sum, term);
  }
  return sum;
}

/** As many terms as bring the truncation, about e^(−2w√n), below 1e-29. */
function continuedFraction(w: DoubleDouble): DoubleDouble {
  const terms = Math.ceil((35 / w.high) ** 2) + 10;
  let tail = w;
  for (let n = terms; n >= 1; n -= 1) tail = plus(w, over(exactly(n), tail));
  return over(exactly(1), tail);
}
