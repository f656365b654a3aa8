import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complexExpm1, complexProduct } from "./complex";
import { complexLog1p, complexSqrt } from "./complexFunctions";

const part = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const points = fc.record({ re: part, im: part });

describe("square root", () => {
  test("default: its square is the number, its real part at least 0, its imaginary part on the number's side", () => {
    fc.assert(
      fc.property(points, (z) => {
        const root = complexSqrt(z);
        const square = complexProduct(root, root);
        expect(Math.hypot(square.re - z.re, square.im - z.im)).toBeLessThanOrEqual(
          2e-15 * Math.hypot(z.re, z.im) + 1e-320,
        );
        expect(root.re).toBeGreaterThanOrEqual(0);
        expect(root.im * z.im).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("behavior: keeps the small part beside a large one; 0 and negative numbers have their roots", () => {
    expect(complexSqrt({ re: 4, im: 4e-20 })).toEqual({ re: 2, im: 1e-20 });
    expect(complexSqrt({ re: -4, im: 4e-20 })).toEqual({ re: 1e-20, im: 2 });
    expect(complexSqrt({ re: -9, im: 0 })).toEqual({ re: 0, im: 3 });
    expect(complexSqrt({ re: 0, im: 0 })).toEqual({ re: 0, im: 0 });
  });
});

describe("logarithm of 1 + a", () => {
  test("default: e to it, less 1, is the number", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: -18, max: 0 }), (z, power) => {
        const a = { re: z.re * 10 ** power, im: z.im * 10 ** power };
        fc.pre(Math.hypot(1 + a.re, a.im) > 1e-3);
        const back = complexExpm1(complexLog1p(a));
        const size = Math.max(Math.hypot(a.re, a.im), 1e-300);
        expect(Math.hypot(back.re - a.re, back.im - a.im) / size).toBeLessThan(1e-12);
      }),
    );
  });

  test("behavior: relative to the number where it is small; the branch lies on the negative axis", () => {
    expect(complexLog1p({ re: 3e-20, im: -4e-20 })).toEqual({ re: 3e-20, im: -4e-20 });
    expect(complexLog1p({ re: -3, im: 0 }).im).toBe(Math.PI);
    expect(complexLog1p({ re: 0.7, im: 0 }).re).toBeCloseTo(Math.log(1.7), 15);
  });
});
