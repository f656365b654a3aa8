import {
  type DoubleDouble,
  exactly,
  exponential,
  logarithm,
  minus,
  over,
  plus,
  scaled,
  squareRoot,
  times,
} from "@/lib/math/doubleDouble";
import { millsRatio, SQRT_HALF_PI } from "@/lib/math/millsRatio";
import { normalisedDeviation } from "./normalisedDeviation";

/** A price and its option, all numbers above 0 and finite, the price between the intrinsic value and the maximum. */
type AttainablePrice = {
  readonly price: number;
  readonly forward: number;
  readonly strike: number;
  readonly timeToExpiryYears: number;
  readonly discount: number;
  readonly isPut: boolean;
};

const INVERSE_SQRT_2PI = over(exactly(0.5), SQRT_HALF_PI);

/**
 * The volatility at which Black's formula gives an attainable price, in double-double: for the few that the blocks do not take, such
 * as prices below 1e-280 of the forward, and the second engine of their tests. A hundred times slower.
 * Relative error at most 2 ulp of the exact volatility of that very double.
 * The deviation is found to ten digits in doubles ({@link normalisedDeviation}) and corrected by Halley's method.
 */
export function preciseImpliedVolatility(option: AttainablePrice): number {
  const { forward, strike, timeToExpiryYears } = option;
  const ratio = over(exactly(forward), exactly(strike));
  const log = logarithm(ratio);
  const x = log.high > 0 ? { high: -log.high, low: -log.low } : log;
  const target = over(over(timeValue(option), exactly(strike)), squareRoot(ratio));
  const deviation = polished(x, target, normalisedDeviation(x.high, target.high));
  return over(deviation, squareRoot(exactly(timeToExpiryYears))).high;
}

/** What is paid beyond the intrinsic value, undiscounted. */
function timeValue({ price, forward, strike, isPut, discount }: AttainablePrice): DoubleDouble {
  const undiscounted = over(exactly(price), exactly(discount));
  const inTheMoney = isPut ? minus(exactly(strike), exactly(forward)) : minus(exactly(forward), exactly(strike));
  return inTheMoney.high > 0 ? minus(undiscounted, inTheMoney) : undiscounted;
}

/** Halley steps on b(s) = target, residual in double-double; the second only when the first was not small. */
function polished(x: DoubleDouble, target: DoubleDouble, start: number): DoubleDouble {
  let s = exactly(start);
  for (let step = 0; step < 3; step += 1) {
    const { price, slope } = preciseBlack(x, s);
    const newton = minus(target, price).high / slope;
    const curvature = (x.high * x.high) / s.high ** 3 - 0.25 * s.high;
    const correction = newton / (1 + 0.5 * newton * curvature);
    s = plus(s, exactly(correction));
    if (Math.abs(correction) <= 1e-7 * s.high) return s;
  }
  return s;
}

/** b(x, s) = φ-envelope × (Y(h + t) − Y(h − t)) with h = x/s, t = s/2, and its slope in s, which is the envelope. */
function preciseBlack(x: DoubleDouble, s: DoubleDouble): { readonly price: DoubleDouble; readonly slope: number } {
  const h = over(x, s);
  const t = scaled(s, -1);
  const exponent = scaled(plus(times(h, h), times(t, t)), -1);
  const envelope = times(INVERSE_SQRT_2PI, exponential({ high: -exponent.high, low: -exponent.low }));
  const difference = minus(millsRatio(plus(h, t)), millsRatio(minus(h, t)));
  return { price: times(envelope, difference), slope: envelope.high };
}
