import fc from "fast-check";
import { expect, test } from "vitest";
import { brentRoot } from "./brent";

test("default: a root to the tolerance, in few steps", () => {
  const result = brentRoot((x) => Math.cos(x) - x, { lower: 0, upper: 1, tolerance: 1e-15 });
  expect(result.ok && Math.abs(result.root - 0.7390851332151607)).toBeLessThan(1e-15);
  expect(result.ok && result.iterations).toBeLessThan(10);
});

test("behavior: finds the root of every monotone cubic inside its bracket", () => {
  const double = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(double, fc.double({ min: 0, max: 10, noNaN: true }), (root, slope) => {
      const f = (x: number) => (x - root) ** 3 + slope * (x - root);
      const result = brentRoot(f, { lower: -60, upper: 70, tolerance: 1e-12 });
      expect(result.ok && Math.abs(result.root - root)).toBeLessThan(1e-10);
    }),
  );
});

test("behavior: a function with a jump closes on the jump, and an end that is a root is returned", () => {
  const jump = brentRoot((x) => (x < 1 ? -1 : 1), { lower: 0, upper: 3, tolerance: 1e-12 });
  expect(jump.ok && Math.abs(jump.root - 1)).toBeLessThan(1e-11);
  expect(brentRoot((x) => x - 2, { lower: 2, upper: 3, tolerance: 0 })).toMatchObject({ ok: true, root: 2 });
});

test("error: no bracket, no number, no time", () => {
  const parabola = (x: number) => x * x + 1;
  expect(brentRoot(parabola, { lower: -1, upper: 1, tolerance: 0 })).toEqual({ ok: false, reason: "noBracket" });
  expect(brentRoot(() => NaN, { lower: -1, upper: 1, tolerance: 0 })).toEqual({ ok: false, reason: "notANumber" });
  const hole = (x: number) => (Math.abs(x) > 0.9 ? x : NaN);
  expect(brentRoot(hole, { lower: -1, upper: 2, tolerance: 0 })).toEqual({ ok: false, reason: "notANumber" });
  expect(brentRoot(Math.cbrt, { lower: -1, upper: 9, tolerance: 0, maxIterations: 3 })).toEqual({
    ok: false,
    reason: "notConverged",
  });
});
