import fc from "fast-check";
import { expect, test } from "vitest";
import { exactDifference } from "./exactDifference";

test("default: digits beyond a double's count", () => {
  expect(exactDifference(0.1, "0.1")).toBe(5.551115123125783e-18);
  expect(exactDifference(1, "1.00000000000000000001")).toBe(-1e-20);
  expect(exactDifference(-2.5, "-2.4")).toBeCloseTo(-0.1, 15);
  expect(exactDifference(3e20, "3e20")).toBe(0);
});

test("behavior: a double differs by nothing from its own digits, at every size", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const spacing = Math.abs(value) * 2 ** -52 + Number.MIN_VALUE;
      expect(Math.abs(exactDifference(value, String(value)))).toBeLessThanOrEqual(spacing);
    }),
  );
});

test("behavior: small differences between small numbers are not lost", () => {
  expect(exactDifference(2e-300, "1e-300")).toBeCloseTo(1e-300, 310);
  expect(exactDifference(1e-316, "2e-316") / -1e-316).toBeCloseTo(1, 6);
});

test("error: what is no number has no difference", () => {
  for (const truth of ["", "abc", "1.2.3", "NaN", "1e9999"]) expect(exactDifference(1, truth)).toBeNaN();
  expect(exactDifference(NaN, "1")).toBeNaN();
  expect(exactDifference(Infinity, "1")).toBeNaN();
});
