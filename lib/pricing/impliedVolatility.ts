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

/** The price of one European option, paid today, and the option as for Black's formula. */
export type ImpliedVolatilityInput = {
  readonly price: number;
  readonly forward: number;
  readonly strike: number;
  readonly timeToExpiryYears: number;
  readonly isPut: boolean;
  readonly discount?: number;
};

/** Why no volatility gives a price: less than the discounted intrinsic value, at least what an endless one gives, or no numbers. */
export type ImpliedVolatilityReason = "belowIntrinsic" | "aboveMaximum" | "notANumber";

/** Annualised volatility, 0 when the price is the intrinsic value itself. */
export type ImpliedVolatilityResult =
  | { readonly ok: true; readonly volatility: number }
  | { readonly ok: false; readonly reason: ImpliedVolatilityReason };

const INVERSE_SQRT_2PI = over(exactly(0.5), SQRT_HALF_PI);
const REFUSED: ImpliedVolatilityResult = { ok: false, reason: "notANumber" };

/**
 * The volatility at which Black's formula gives a price: for every attainable price, of any moneyness and time.
 *
 * The intrinsic value is taken off, the rest normalised by √(F·K), the deviation found to ten digits in doubles
 * ({@link normalisedDeviation}) and then corrected by Halley's method on a residual in double-double, so that what is left is the
 * rounding of the answer: relative error at most 2 ulp of the exact volatility of that very double.
 * Domain: price ≥ 0, the rest > 0 and finite, otherwise `notANumber`. A price below the intrinsic value by no more than its own
 * rounding counts as the intrinsic value.
 * Source: P. Jäckel, "Let's be rational" (2015), for the normalisation.   Checked: vectors/impliedVolatility.json.
 */
export function impliedVolatility(input: ImpliedVolatilityInput): ImpliedVolatilityResult {
  const { price, forward, strike, timeToExpiryYears, discount = 1 } = input;
  const positive = [forward, strike, timeToExpiryYears, discount];
  if (!(price >= 0 && price < Number.POSITIVE_INFINITY)) return REFUSED;
  if (!positive.every((value) => value > 0 && value < Number.POSITIVE_INFINITY)) return REFUSED;
  const timeValue = undiscountedTimeValue(input);
  if (timeValue.high < (-price / discount) * Number.EPSILON) return { ok: false, reason: "belowIntrinsic" };
  if (timeValue.high <= 0) return { ok: true, volatility: 0 };
  if (minus(timeValue, exactly(Math.min(forward, strike))).high >= 0) return { ok: false, reason: "aboveMaximum" };

  const ratio = over(exactly(forward), exactly(strike));
  const log = logarithm(ratio);
  const x = log.high > 0 ? { high: -log.high, low: -log.low } : log;
  const target = over(over(timeValue, exactly(strike)), squareRoot(ratio));
  const deviation = polished(x, target, normalisedDeviation(x.high, target.high));
  return { ok: true, volatility: over(deviation, squareRoot(exactly(timeToExpiryYears))).high };
}

function undiscountedTimeValue({ price, forward, strike, isPut, discount = 1 }: ImpliedVolatilityInput): DoubleDouble {
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
