import fc from "fast-check";
import { expect, test } from "vitest";
import { exactly, logarithm, minus, over } from "./doubleDouble";
import { fillLogs, fillLogsOfRatios } from "./fillLogs";

function logOfRatio(a: number, b: number) {
  const [high, low] = [new Float64Array(1), new Float64Array(1)];
  fillLogsOfRatios({ above: Float64Array.of(NaN, a), below: Float64Array.of(NaN, b), high, low }, 1, 1);
  return { high: high[0] ?? NaN, low: low[0] ?? NaN };
}

const positive = fc.double({ min: -30, max: 30, noNaN: true }).map((power) => 10 ** power);

test("default: both parts together are the double-double logarithm to 17 digits", () => {
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const found = logOfRatio(a, b);
      const exact = logarithm(over(exactly(a), exactly(b)));
      expect(Math.abs(minus(found, exact).high)).toBeLessThanOrEqual(6e-18 * Math.abs(exact.high) + 2e-32);
      expect(found.high + found.low).toBe(found.high);
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
      const found = logOfRatio(a, b);
      const relative = over(minus(exactly(a), exactly(b)), exactly(b));
      const exact = part < 1e-9 ? seriesOfLog(relative) : logarithm(over(exactly(a), exactly(b)));
      expect(Math.abs(minus(found, exact).high)).toBeLessThanOrEqual(6e-18 * Math.abs(exact.high) + 2e-32);
    }),
    { numRuns: 500 },
  );
});

/** ln(1 + r) for |r| < 1e-9, where the double-double logarithm of 1 + r has lost r's last digits. */
function seriesOfLog(r: { readonly high: number; readonly low: number }) {
  return minus(r, exactly((r.high * r.high) / 2 - r.high ** 3 / 3));
}

test("behavior: whole columns, the logarithm of 1, a rest that is part of the ratio", () => {
  expect(logOfRatio(3000, 3000)).toEqual({ high: 0, low: 0 });
  const two = logOfRatio(2, 1);
  expect(two.high).toBe(Math.LN2);
  expect(Math.abs(two.low - 2.3190468138462996e-17)).toBeLessThan(1e-28);
  const [high, low] = [Float64Array.of(1 + 2 ** -40, 8, 5), Float64Array.of(2 ** -60, 0, 7)];
  fillLogs(high, low, 2);
  expect([...high]).toEqual([2 ** -40 - 2 ** -81 + 2 ** -60, 3 * Math.LN2, 5]);
  expect(low[2]).toBe(7);
});

test("behavior: very large and very small ratios by the engine's own logarithm, outside of the domain no number", () => {
  expect(logOfRatio(1e200, 1e-90).high).toBeCloseTo(290 * Math.LN10, 10);
  expect(logOfRatio(3e-310, 2e-310).high).toBeCloseTo(Math.log(1.5), 12);
  expect(logOfRatio(3e305, 2e305).high).toBeCloseTo(Math.log(1.5), 15);
  expect([logOfRatio(1e300, 1e-300).high, logOfRatio(0, 1).high]).toEqual([Infinity, -Infinity]);
  for (const [a, b] of [
    [-1, 1],
    [1, NaN],
    [Infinity, Infinity],
    [0, 0],
  ] as const)
    expect(logOfRatio(a, b).high).toBeNaN();
});
