import fc from "fast-check";
import { expect, test } from "vitest";
import { exactly, logarithm, minus, over } from "./doubleDouble";
import { logOf, logOfRatio } from "./logOfRatio";

const parts = new Float64Array(2);

function sumOfParts() {
  return { high: parts[0] ?? NaN, low: parts[1] ?? NaN };
}

const positive = fc.double({ min: -30, max: 30, noNaN: true }).map((power) => 10 ** power);

test("default: both parts together are the double-double logarithm to 17 digits", () => {
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      logOfRatio(a, b, parts);
      const exact = logarithm(over(exactly(a), exactly(b)));
      expect(Math.abs(minus(sumOfParts(), exact).high)).toBeLessThanOrEqual(6e-18 * Math.abs(exact.high) + 2e-32);
      expect((parts[0] ?? NaN) + (parts[1] ?? NaN)).toBe(parts[0]);
    }),
    { numRuns: 500 },
  );
});

test("behavior: the digits stay where the two are close, down to neighbours", () => {
  const closeness = fc.double({ min: 0.3, max: 52, noNaN: true }).map((bits) => 2 ** -bits);
  fc.assert(
    fc.property(positive, closeness, fc.boolean(), (b, part, isAbove) => {
      const a = b * (isAbove ? 1 + part : 1 - part);
      fc.pre(a !== b && a > 0);
      logOfRatio(a, b, parts);
      const relative = over(minus(exactly(a), exactly(b)), exactly(b));
      const exact = part < 1e-9 ? seriesOfLog(relative) : logarithm(over(exactly(a), exactly(b)));
      expect(Math.abs(minus(sumOfParts(), exact).high)).toBeLessThanOrEqual(6e-18 * Math.abs(exact.high) + 2e-32);
    }),
    { numRuns: 500 },
  );
});

/** ln(1 + r) for |r| < 1e-9, where the double-double logarithm of 1 + r has lost r's last digits. */
function seriesOfLog(r: { readonly high: number; readonly low: number }) {
  return minus(r, exactly((r.high * r.high) / 2 - r.high ** 3 / 3));
}

test("behavior: sign, symmetry and the logarithm of 1", () => {
  logOfRatio(3000, 3000, parts);
  expect([...parts]).toEqual([0, 0]);
  logOfRatio(2, 1, parts);
  expect(parts[0]).toBe(Math.LN2);
  expect(Math.abs((parts[1] ?? NaN) - 2.3190468138462996e-17)).toBeLessThan(1e-28);
  logOf(1 + 2 ** -40, 2 ** -60, parts);
  expect(parts[0]).toBe(2 ** -40 - 2 ** -81 + 2 ** -60);
});

test("behavior: beyond the scaled range the logarithms are subtracted, outside of the domain NaN", () => {
  logOfRatio(1e300, 1e-300, parts);
  expect(parts[0]).toBeCloseTo(600 * Math.LN10, 10);
  logOfRatio(3e-310, 2e-310, parts);
  expect(parts[0]).toBeCloseTo(Math.log(1.5), 12);
  logOfRatio(3e305, 2e305, parts);
  expect(parts[0]).toBeCloseTo(Math.log(1.5), 15);
  for (const [a, b] of [
    [-1, 1],
    [0, 1],
    [1, 0],
    [1, NaN],
    [Infinity, 1],
  ] as const) {
    logOfRatio(a, b, parts);
    expect(parts[0]).toBeNaN();
  }
});
