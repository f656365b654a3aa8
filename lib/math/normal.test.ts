import fc from "fast-check";
import { expect, test } from "vitest";
import { erfcx } from "./erfcx";
import { normalCdf, normalDensity, normalLogCdf, normalLogDensity, normalTail } from "./normal";
import { normalQuantile } from "./normalQuantile";
import vectors from "./vectors/normal.json";

const RELATIVE = 1e-15;
const SMALLEST_NORMAL = 2.3e-308;

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

test.each(vectors.rows.filter((row) => row.fn === "Phi"))("default: Φ($x) and its logarithm", ({ x, value, log }) => {
  const expected = Number(value);
  if (expected < SMALLEST_NORMAL) expect(Math.abs(normalCdf(x) - expected)).toBeLessThanOrEqual(Number.MIN_VALUE);
  else expectRelative(normalCdf(x), expected, RELATIVE);
  expect(normalTail(-x)).toBe(normalCdf(x));
  // Where the 40 digits of the source end at 1, its logarithm is printed as 0.
  if (log === "0.0") expect(Math.abs(normalLogCdf(x))).toBeLessThan(1e-40);
  else expectRelative(normalLogCdf(x), Number(log), RELATIVE);
});

test.each(vectors.rows.filter((row) => row.fn === "erfcx"))("default: erfcx($x)", ({ x, value }) => {
  expectRelative(erfcx(x), Number(value), RELATIVE);
});

test.each(vectors.rows.filter((row) => row.fn === "invPhi"))("default: the quantile of $x", ({ x, value }) => {
  expectRelative(normalQuantile(x), Number(value), RELATIVE);
});

test("behavior: Φ(x) + Φ(−x) = 1, rising, within [0, 1]", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -40, max: 40, noNaN: true }),
      fc.double({ min: 1e-6, max: 5, noNaN: true }),
      (x, step) => {
        expect(Math.abs(normalCdf(x) + normalTail(x) - 1)).toBeLessThanOrEqual(2 ** -52);
        expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x));
        expect(normalCdf(x)).toBeGreaterThanOrEqual(0);
        expect(normalCdf(x)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("behavior: the quantile takes Φ back, rises, and is odd about ½", () => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (x) => {
      // A relative rounding of Φ moves the quantile by R(−x), which is about 1/|x|.
      expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(x)));
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: 2 ** -53, max: 0.5, noNaN: true }), (p) => {
      expect(normalQuantile(p)).toBeLessThanOrEqual(0);
      expect(normalQuantile(p * 1.001)).toBeGreaterThan(normalQuantile(p));
      const other = 1 - p;
      expect(normalQuantile(other)).toBe(0 - normalQuantile(1 - other));
    }),
  );
});

test("behavior: the density is the slope of Φ and the exponential of its logarithm", () => {
  for (const x of [-6, -2.5, -0.3, 0, 0.1, 1, 3]) {
    const step = 1e-4;
    const slope = (normalCdf(x + step) - normalCdf(x - step)) / (2 * step);
    expect(Math.abs(slope / normalDensity(x) - 1)).toBeLessThan(1e-7);
    expectRelative(Math.exp(normalLogDensity(x)), normalDensity(x), 1e-14);
  }
  expect(normalDensity(0)).toBe(0.3989422804014327);
  expect(normalLogDensity(1e10)).toBe(-5e19);
});

test("behavior: infinities and ends have their limits, NaN stays NaN", () => {
  expect([normalCdf(Infinity), normalCdf(-Infinity), normalTail(Infinity), normalCdf(0)]).toEqual([1, 0, 0, 0.5]);
  expect([normalDensity(Infinity), erfcx(Infinity), erfcx(-Infinity), erfcx(-27.5)]).toEqual([
    0,
    0,
    Infinity,
    Infinity,
  ]);
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
  expect(normalLogCdf(Infinity)).toBeCloseTo(0, 300);
  expect(normalLogCdf(-1e8)).toBe(-5_000_000_000_000_019);
  expect(normalLogCdf(-1e200)).toBe(-Infinity);
  for (const f of [normalCdf, normalTail, normalDensity, normalLogCdf, normalLogDensity, erfcx, normalQuantile])
    expect(f(NaN)).toBeNaN();
  expect(normalQuantile(-1e-300)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
});
