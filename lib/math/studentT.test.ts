import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalTail } from "./normal";
import { normalQuantile } from "./normalQuantile";
import { studentTCdf, studentTDensity, studentTTail } from "./studentT";
import { studentT4Quantile } from "./studentT4";
import { studentTQuantile } from "./studentTQuantile";
import vectors from "./vectors/studentT.json";

function relative(actual: number, truth: string): number {
  return Math.abs(actual / Number(truth) - 1);
}

describe("Student's t with any degrees of freedom", () => {
  test.each(vectors.rows)("default: density and tail at $t, ν = $nu", ({ t, nu, density, tail }) => {
    expect(relative(studentTDensity(Number(t), Number(nu)), density)).toBeLessThanOrEqual(1e-13);
    expect(relative(studentTTail(Number(t), Number(nu)), tail)).toBeLessThanOrEqual(1e-13);
    expect(relative(1 - studentTCdf(-Number(t), Number(nu)), String(1 - Number(tail)))).toBeLessThanOrEqual(1e-15);
  });

  test.each(vectors.quantiles)("default: quantile of the upper $upper, ν = $nu", ({ upper, nu, quantile }) => {
    expect(relative(-studentTQuantile(Number(upper), Number(nu)), quantile)).toBeLessThanOrEqual(1e-13);
  });

  test("behavior: the quantile inverts the distribution function, and is odd", () => {
    const nus = fc.double({ min: 0.5, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.999, noNaN: true }), nus, (p, nu) => {
        const t = studentTQuantile(p, nu);
        expect(Math.abs(studentTCdf(t, nu) / p - 1)).toBeLessThan(1e-13 * (1 + nu));
        // 1 − p keeps only so many digits of a small p.
        if (p > 0.001) expect(studentTQuantile(1 - p, nu) / t || -1).toBeCloseTo(-1, 9);
      }),
    );
  });

  test("behavior: with 4 degrees it is the closed form, with 1 Cauchy's, with ever more the normal one", () => {
    for (const p of [1e-9, 0.001, 0.05, 0.3, 0.501, 0.975]) {
      expect(studentTQuantile(p, 4)).toBeCloseTo(studentT4Quantile(p), 9);
      expect(studentTQuantile(p, 1) * Math.tan(Math.PI * p) || -1).toBeCloseTo(-1, 9);
      expect(studentTQuantile(p, 1e13)).toBeCloseTo(normalQuantile(p), 9);
      expect(studentTQuantile(p, Infinity)).toBe(normalQuantile(p));
    }
    expect(studentTTail(2, 1e13) / normalTail(2)).toBeCloseTo(1, 9);
    expect([studentTTail(2, Infinity), studentTDensity(0, Infinity)]).toEqual([normalTail(2), 0.3989422804014327]);
  });

  test("behavior: ends, remote tails and what lies outside", () => {
    expect([studentTQuantile(0, 3), studentTQuantile(1, 3), studentTQuantile(0.5, 3)]).toEqual([
      -Infinity,
      Infinity,
      0,
    ]);
    expect([studentTTail(Infinity, 3), studentTTail(-Infinity, 3), studentTTail(0, 3)]).toEqual([0, 1, 0.5]);
    // P(T > t) of two degrees falls as 1/(2t²), of a tenth as a power of a tenth.
    expect(studentTTail(1e140, 2) * 2e280).toBeCloseTo(1, 12);
    expect(studentTTail(1e250, 0.1) / studentTTail(1e240, 0.1)).toBeCloseTo(0.1, 12);
    expect(studentTQuantile(1e-100, 0.1)).toBe(-Infinity);
    for (const value of [studentTQuantile(1.1, 3), studentTQuantile(0.3, 0), studentTTail(NaN, 3), studentTTail(1, -1)])
      expect(value).toBeNaN();
    expect(studentTDensity(1, 0)).toBeNaN();
  });
});
