import fc from "fast-check";
import { expect, test } from "vitest";
import { goldenSection } from "./goldenSection";
import { turningPoint } from "./turningPoint";

test("default: the place where a condition turns true, itself beyond", () => {
  const found = turningPoint((x) => x * x >= 2, { from: 0, to: 2 });
  expect(found * found).toBeGreaterThanOrEqual(2);
  expect(found).toBeCloseTo(Math.SQRT2, 15);
  expect(turningPoint((x) => x <= -0.25, { from: 0, to: -1 })).toBe(-0.25);
});

test("default: the least of a convex function, inside and at the ends", () => {
  const places = fc.double({ min: -3, max: 5, noNaN: true });
  fc.assert(
    fc.property(places, (place) => {
      const { x, value } = goldenSection((at) => Math.abs(at - place) + 1, { from: -1, to: 2 });
      expect(x).toBeCloseTo(Math.min(2, Math.max(-1, place)), 7);
      expect(value).toBe(Math.abs(x - place) + 1);
    }),
  );
  expect(goldenSection((x) => x, { from: 1, to: 2 })).toEqual({ x: 1, value: 1 });
  expect(goldenSection((x) => -x, { from: 1, to: 2 })).toEqual({ x: 2, value: -2 });
});
