/**
 * A number as the unevaluated sum of two doubles, about 31 digits. For the few places where the last bits of a double
 * decide: a cancellation that must leave 16 correct digits.
 * Domain: no overflow, and products above 1e-290, where the low part still holds its bits.   Relative error below 1e-29.
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision" (1971); D. E. Knuth, TAOCP 2,
 * section 4.2.2.   Checked: doubleDouble.test.ts, against integer arithmetic and identities.
 */
export type DoubleDouble = { readonly high: number; readonly low: number };

const SPLITTER = 134217729;
const LN2: DoubleDouble = { high: Math.LN2, low: 2.3190468138462996e-17 };

/** A double as it is. */
export function exactly(value: number): DoubleDouble {
  return { high: value, low: 0 };
}

/** a + b. */
export function plus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = twoSum(a.high, b.high);
  const low = twoSum(a.low, b.low);
  const middle = quickSum(sum.high, sum.low + low.high);
  return quickSum(middle.high, middle.low + low.low);
}

/** a − b. */
export function minus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return plus(a, { high: -b.high, low: -b.low });
}

/** a · b. */
export function times(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return quickSum(product.high, product.low + a.high * b.low + a.low * b.high);
}

/** a / b. */
export function over(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const rest = minus(a, times(b, exactly(first)));
  const second = rest.high / b.high;
  const third = minus(rest, times(b, exactly(second))).high / b.high;
  return plus(quickSum(first, second), exactly(third));
}

/** a · 2^exponent, exact within the range of doubles. */
export function scaled(a: DoubleDouble, exponent: number): DoubleDouble {
  const half = Math.trunc(exponent / 2);
  const first = 2 ** half;
  const second = 2 ** (exponent - half);
  return { high: a.high * first * second, low: a.low * first * second };
}

/** √a for a ≥ 0; one Newton step on the double's root. */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  if (a.high === 0) return exactly(0);
  const root = exactly(Math.sqrt(a.high));
  return scaled(plus(root, over(a, root)), -1);
}

/** e^a, by Taylor's series on a reduced argument, doubled back nine times as e^r − 1 so that nothing is lost near 1. */
export function exponential(a: DoubleDouble): DoubleDouble {
  const twos = Math.round(a.high / LN2.high);
  const reduced = scaled(minus(a, times(LN2, exactly(twos))), -9);
  let sum = exactly(0);
  for (let n = 9; n >= 1; n -= 1) sum = over(times(reduced, plus(exactly(1), sum)), exactly(n));
  for (let doubling = 0; doubling < 9; doubling += 1) sum = plus(scaled(sum, 1), times(sum, sum));
  return scaled(plus(exactly(1), sum), twos);
}

/** ln a for a > 0: one step of Newton's method on e^y = a from the double's logarithm, with its second-order term. */
export function logarithm(a: DoubleDouble): DoubleDouble {
  const guess = exactly(Math.log(a.high));
  const excess = minus(times(a, exponential({ high: -guess.high, low: 0 })), exactly(1));
  return plus(guess, minus(excess, scaled(times(excess, excess), -1)));
}

function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const rounded = high - a;
  return { high, low: a - (high - rounded) + (b - rounded) };
}

/** As twoSum, for |a| ≥ |b|. */
function quickSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  return { high, low: b - (high - a) };
}

function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const aHead = SPLITTER * a - (SPLITTER * a - a);
  const bHead = SPLITTER * b - (SPLITTER * b - b);
  const aTail = a - aHead;
  const bTail = b - bHead;
  return { high, low: aTail * bTail - (high - aHead * bHead - aTail * bHead - aHead * bTail) };
}
