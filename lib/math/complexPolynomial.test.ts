import fc from "fast-check";
import { expect, test } from "vitest";
import { polynomialOnCircle } from "./complexPolynomial";

const coefficients = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 0, maxLength: 120 });
const angles = fc.double({ min: -40, max: 40, noNaN: true });

test("default: the sum of cₙ·e^(inθ), term by term, for even and odd numbers of terms", () => {
  fc.assert(
    fc.property(coefficients, angles, (values, angle) => {
      const count = Math.floor(values.length / 2);
      let sum = 0;
      for (let n = 0; n < count; n += 1)
        sum += (values[2 * n] as number) * Math.cos(n * angle) - (values[2 * n + 1] as number) * Math.sin(n * angle);
      expect(Math.abs(polynomialOnCircle(Float64Array.from(values), count, angle) - sum)).toBeLessThan(1e-12);
    }),
  );
});

test("behavior: a geometric series is its closed form", () => {
  const ratio = 0.9;
  const values = Float64Array.from({ length: 802 }, (_, place) => (place % 2 === 0 ? ratio ** (place / 2) : 0));
  const angle = 0.37;
  const exact = (1 - ratio * Math.cos(angle)) / (1 - 2 * ratio * Math.cos(angle) + ratio * ratio);
  expect(Math.abs(polynomialOnCircle(values, 401, angle) - exact)).toBeLessThan(1e-14);
});
