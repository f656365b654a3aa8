import fc from "fast-check";
import { expect, test } from "vitest";
import { erfcx, erfNearZero } from "./erfcx";
import { normalCdf, normalDensity, normalLogCdf, normalLogDensity, normalTail } from "./normal";
import vectors from "./vectors/normal.json";

const RELATIVE = 1e-14;
const SMALLEST_NORMAL = 2.3e-308;

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

test.each(vectors.rows.filter((row) => row.fn === "Phi"))("default: Φ($x) and its logarithm", ({ x, value, log }) => {
  const expected = Number(value);
  if (expected < SMALLEST_NORMAL) expect(Math.abs(normalCdf(x) - expected)).toBeLessThanOrEqual(2 * Number.MIN_VALUE);
  else expectRelative(normalCdf(x), expected, RELATIVE);
  expect(normalTail(-x)).toBe(normalCdf(x));
  if (log !== "0.0") expectRelative(normalLogCdf(x), Number(log), RELATIVE);
});

test.each(vectors.rows.filter((row) => row.fn === "erfcx"))("default: erfcx($x)", ({ x, value }) => {
  expectRelative(erfcx(x), Number(value), RELATIVE);
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

test("behavior: the pieces of erfcx meet where they change", () => {
  for (const seam of [0.46875, 4, -0.46875, -4]) {
    expectRelative(erfcx(seam * (1 + 1e-15)), erfcx(seam * (1 - 1e-15)), 1e-13);
  }
  expectRelative(erfcx(1e9 * (1 + 1e-15)), erfcx(1e9 * (1 - 1e-15)), 1e-14);
  expect(erfcx(1e300)).toBeCloseTo(5.641895835477563e-301, 310);
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

test("behavior: infinities have their limits, NaN stays NaN", () => {
  expect([normalCdf(Infinity), normalCdf(-Infinity), normalTail(Infinity)]).toEqual([1, 0, 0]);
  expect([normalDensity(Infinity), erfcx(Infinity), erfcx(-Infinity), erfcx(-27.5)]).toEqual([
    0,
    0,
    Infinity,
    Infinity,
  ]);
  expect(normalLogCdf(Infinity)).toBeCloseTo(0, 300);
  expect(normalLogCdf(-1e8)).toBe(-5_000_000_000_000_019);
  expect(normalLogCdf(-1e200)).toBe(-Infinity);
  for (const f of [normalCdf, normalTail, normalDensity, normalLogCdf, normalLogDensity, erfcx])
    expect(f(NaN)).toBeNaN();
  expect(erfNearZero(1)).toBeNaN();
});

test("behavior: the error function keeps all its digits up to the end of its range", () => {
  expectRelative(erfNearZero(0.46875), 0.49261347321793797, 4e-16);
  expectRelative(erfNearZero(-0.4), -0.42839235504666845, 4e-16);
  expect(erfNearZero(1e-300) / 1e-300).toBe(1.1283791670955126);
});
