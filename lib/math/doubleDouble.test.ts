import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DoubleDouble,
  exactly,
  exponential,
  logarithm,
  minus,
  over,
  plus,
  squareRoot,
  times,
} from "./doubleDouble";
import { millsRatio } from "./millsRatio";
import { normalCdf, normalDensity } from "./normal";

const SCALE = 2n ** 200n;

/** The exact value times 2^200: doubles of moderate size are integers there. */
function fixed(value: DoubleDouble): bigint {
  return [value.high, value.low].reduce((sum, part) => {
    const exponent = Math.max(-1074, Math.floor(Math.log2(Math.abs(part) || 1)) - 52);
    return sum + (BigInt(part / 2 ** exponent) * SCALE) / 2n ** BigInt(-exponent);
  }, 0n);
}

function relativeError(actual: DoubleDouble, expected: bigint): number {
  const difference = fixed(actual) - expected;
  return Number(difference < 0n ? -difference : difference) / Number(expected < 0n ? -expected : expected);
}

const number = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

describe("doubleDouble", () => {
  test("default: sum, product, quotient and root agree with integers to 29 digits", () => {
    fc.assert(
      fc.property(number, number, number, number, (a, b, c, d) => {
        const x = plus(exactly(a), exactly(b * 1e-17));
        const y = plus(exactly(c), exactly(d * 1e-17));
        expect(relativeError(plus(x, y), fixed(x) + fixed(y))).toBeLessThan(1e-29);
        expect(relativeError(times(x, y), (fixed(x) * fixed(y)) / SCALE)).toBeLessThan(1e-29);
        expect(relativeError(over(x, y), (fixed(x) * SCALE) / fixed(y))).toBeLessThan(1e-29);
        const root = squareRoot(x);
        expect(relativeError(times(root, root), fixed(x))).toBeLessThan(1e-29);
      }),
    );
    expect(squareRoot(exactly(0))).toEqual({ high: 0, low: 0 });
  });

  test("behavior: e^1 and ln 2 to 29 digits", () => {
    const e = exponential(exactly(1));
    expect(e.high).toBe(Math.E);
    expect(Math.abs(e.low - 1.4456468917292502e-16)).toBeLessThan(1e-29);
    const logTwo = logarithm(exactly(2));
    expect(logTwo.high).toBe(Math.LN2);
    expect(Math.abs(logTwo.low - 2.3190468138462996e-17)).toBeLessThan(1e-30);
  });

  test("behavior: the logarithm undoes the exponential, and exponents add", () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: 300, noNaN: true }), number, (a, b) => {
        const back = minus(logarithm(exponential(exactly(a))), exactly(a));
        expect(Math.abs(back.high)).toBeLessThan(1e-28 * Math.max(1, Math.abs(a)));
        const joint = exponential(plus(exactly(-b / 4), exactly(b / 8)));
        const apart = times(exponential(exactly(-b / 4)), exponential(exactly(b / 8)));
        expect(Math.abs(minus(over(joint, apart), exactly(1)).high)).toBeLessThan(1e-27);
      }),
    );
  });
});

describe("millsRatio", () => {
  test("default: Φ/φ of the double functions, from the far tail to the far head", () => {
    for (const z of [-30, -8, -4.0001, -4, -3.9999, -1, -1e-8, 0, 0.5, 3.9999, 4.0001, 8, 20]) {
      expect(Math.abs(millsRatio(exactly(z)).high / (normalCdf(z) / normalDensity(z)) - 1)).toBeLessThan(2e-14);
    }
  });

  test("behavior: Y(z) + Y(−z) = 1/φ(z), across both seams", () => {
    for (const z of [0.1, 1, 3.9, 4, 4.1, 9]) {
      const whole = plus(millsRatio(exactly(z)), millsRatio(exactly(-z)));
      const square = times(exactly(z), exactly(z));
      const inverseDensity = times(
        { high: 2.5066282746310007, low: -1.8328579980459167e-16 },
        exponential(times(square, exactly(0.5))),
      );
      expect(Math.abs(minus(over(whole, inverseDensity), exactly(1)).high)).toBeLessThan(1e-28);
    }
  });

  test("behavior: series and continued fraction meet at the seam to 25 digits", () => {
    const before = millsRatio(exactly(-4 + 2 ** -50));
    const after = millsRatio(exactly(-4));
    const slope = 1 + -4 * after.high;
    const expected = plus(after, exactly(slope * 2 ** -50));
    expect(Math.abs(minus(over(before, expected), exactly(1)).high)).toBeLessThan(1e-25);
  });
});
