import fc from "fast-check";
import { expect, test } from "vitest";
import { negativePlaces } from "./positivePolynomial";

function valueAt(coefficients: readonly number[], u: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * u + coefficient, 0);
}

/** Product of u² − 2cu + c² + d² over pairs, and of u − r over roots. */
function fromRoots(pairs: readonly (readonly [number, number])[], roots: readonly number[]): number[] {
  const factors = [...pairs.map(([c, d]) => [c * c + d * d, -2 * c, 1]), ...roots.map((root) => [-root, 1])];
  return factors.reduce<number[]>(
    (product, factor) => {
      const powers = new Array<number>(product.length + factor.length - 1).fill(0);
      product.forEach((x, i) => {
        factor.forEach((y, j) => {
          powers[i + j] = (powers[i + j] ?? 0) + x * y;
        });
      });
      return powers;
    },
    [1],
  );
}

test("default: one dip, two dips, none, everywhere", () => {
  expect(negativePlaces([1, 1, 1])).toEqual([]);
  expect(negativePlaces([1, -1, 1])).toEqual([]);
  expect(negativePlaces([0, 0, 0])).toEqual([]);
  expect(negativePlaces([-1]).length).toBeGreaterThan(0);
  const dip = negativePlaces(fromRoots([[3, 1]], [1, 2]));
  expect(dip.length).toBeGreaterThan(0);
  for (const place of dip) expect(place > 1 - 1e-7 && place < 2 + 1e-7).toBe(true);
  const two = negativePlaces(fromRoots([], [0.1, 0.2, 40, 41]));
  expect(two.some((place) => place < 1) && two.some((place) => place > 1)).toBe(true);
});

test("behavior: a place is reported exactly where a scan of a product of roots finds one", () => {
  const positions = fc.double({ min: 0.02, max: 30, noNaN: true });
  const pair = fc.tuple(fc.double({ min: -5, max: 20, noNaN: true }), fc.double({ min: 0.05, max: 5, noNaN: true }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 3 }), fc.array(positions, { maxLength: 2 }), (pairs, positive) => {
      const [low = 0, high = 0] = positive.toSorted((x, y) => x - y);
      fc.pre(positive.length !== 1 && (positive.length === 0 || high > 1.01 * low));
      const coefficients = fromRoots(pairs, positive);
      const places = negativePlaces(coefficients);
      if (positive.length === 0) expect(places).toEqual([]);
      else expect(places.length).toBeGreaterThan(0);
      for (const place of places) {
        expect(place).toBeGreaterThan(low * (1 - 1e-6));
        expect(place).toBeLessThan(high * (1 + 1e-6));
        if (place > low * (1 + 1e-6) && place < high * (1 - 1e-6)) expect(valueAt(coefficients, place)).toBeLessThan(0);
      }
    }),
  );
});

test("behavior: negative only towards 0 or ∞ is found too", () => {
  expect(negativePlaces([-1e-6, 1])[0]).toBeLessThan(1e-6);
  expect(negativePlaces([1, -1e-6]).at(-1)).toBeGreaterThan(1e6);
});

test("error: no number among the coefficients", () => {
  expect(negativePlaces([1, Number.NaN, 1])).toEqual([Number.NaN]);
});
