import fc from "fast-check";
import { expect, test } from "vitest";
import { exponential, minus } from "./doubleDouble";
import { expOfSum } from "./expOfSum";

test("default: e^(high + low) is the rounded value of the double-double exponential", () => {
  const exponent = fc.oneof(
    fc.double({ min: -650, max: 709, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(exponent, fc.double({ min: -1, max: 1, noNaN: true }), (high, part) => {
      const low = part * 1e-4 * Math.min(1, Math.abs(high));
      const exact = exponential({ high, low });
      const error = minus({ high: expOfSum(high, low), low: 0 }, exact).high;
      expect(Math.abs(error)).toBeLessThanOrEqual(1.2e-16 * exact.high);
    }),
    { numRuns: 1000 },
  );
});

test("behavior: exact at 0 and at whole powers of two, graded below the normal doubles", () => {
  expect([
    expOfSum(0, 0),
    expOfSum(Math.LN2, 2.3190468138462996e-17),
    expOfSum(1, 1.4456468917292502e-16 - 1.4456468917292502e-16),
  ]).toEqual([1, 2, Math.E]);
  expect(expOfSum(-740, 0)).toBe(4.2e-322);
  expect(expOfSum(-744.4, 0)).toBe(Number.MIN_VALUE);
});

test("behavior: ends, and NaN stays NaN", () => {
  expect([expOfSum(Infinity, 0), expOfSum(-Infinity, 0), expOfSum(710, 0), expOfSum(-746, 0)]).toEqual([
    Infinity,
    0,
    Infinity,
    0,
  ]);
  expect(expOfSum(709.78, 0)).toBeLessThan(Infinity);
  expect(expOfSum(NaN, 0)).toBeNaN();
  expect(expOfSum(1, NaN)).toBeNaN();
});
