import fc from "fast-check";
import { expect, test } from "vitest";
import { studentT4Quantile } from "./studentT4";
import vectors from "./vectors/studentT4.json";

/** Distribution function of t with 4 degrees of freedom, in closed form. */
function cdf(t: number): number {
  const u = t / Math.sqrt(4 + t * t);
  return 0.5 + 0.25 * u * (3 - u * u);
}

test.each(vectors.rows)("default: quantile at $alpha", ({ alpha, quantile }) => {
  expect(Math.abs(studentT4Quantile(Number(alpha)) / Number(quantile) - 1)).toBeLessThanOrEqual(1e-13);
});

test.each(vectors.rows)("behavior: the mean beyond the quantile at $alpha", ({ alpha, expectedShortfall }) => {
  const count = 200_000;
  const tail = 1 - Number(alpha);
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum -= studentT4Quantile(((index + 0.5) / count) * tail);
  expect(Math.abs(sum / count / Number(expectedShortfall) - 1)).toBeLessThan(1e-4);
});

test("behavior: inverts the distribution function, odd about the median", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
      expect(Math.abs(cdf(studentT4Quantile(p)) - p)).toBeLessThan(3e-16);
    }),
  );
  for (const p of [0.01, 0.25, 0.4]) expect(studentT4Quantile(1 - p)).toBeCloseTo(-studentT4Quantile(p), 12);
  // Beside the median the quantile is the distance over the density there, 3/8.
  for (const d of [1e-3, 1e-9, -1e-15])
    expect(studentT4Quantile(0.5 + d) / ((0.5 + d - 0.5) / 0.375)).toBeCloseTo(1, 5);
  expect(studentT4Quantile(0.5)).toBe(0);
});

test("behavior: the ends are infinite, outside is NaN", () => {
  expect([studentT4Quantile(0), studentT4Quantile(1)]).toEqual([-Infinity, Infinity]);
  for (const p of [-0.1, 1.1, NaN]) expect(studentT4Quantile(p)).toBeNaN();
});
