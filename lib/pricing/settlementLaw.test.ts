import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lognormalLaw, sampledLaw } from "./SettlementLaw";

const INPUT = { forward: 3450, timeToExpiryYears: 5 / 365, volatility: 0.6 };
const exact = lognormalLaw(INPUT);
const levels = Array.from({ length: 400 }, (_, index) => 3450 * Math.exp(-0.6 + (1.2 * index) / 399));
const sampled = sampledLaw(levels, levels.map(exact.probabilityBelow));

describe("sampled law", () => {
  test("default: it is the law it was taken from, to the width of its levels", () => {
    for (const price of [2800, 3100, 3449.5, 3450, 3700, 4300]) {
      expect(Math.abs(sampled.probabilityBelow(price) - exact.probabilityBelow(price))).toBeLessThan(1e-4);
      expect(Math.abs(sampled.density(price) - exact.density(price))).toBeLessThan(0.01 * exact.density(3450));
    }
  });

  test("behavior: a level has its own probability exactly", () => {
    expect(sampled.probabilityBelow(levels[200] ?? 0)).toBe(exact.probabilityBelow(levels[200] ?? 0));
  });

  test("behavior: it never falls, starts at 0 and ends at 1, whatever noise its probabilities carry", () => {
    const noisy = fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(noisy, (below) => {
        const law = sampledLaw(
          below.map((_, index) => 100 + index),
          below,
        );
        const at = [0, 50, 100, 101.5, 105, 130, Number.POSITIVE_INFINITY].map(law.probabilityBelow);
        expect(at).toEqual(at.toSorted((a, b) => a - b));
        expect([at[0], at.at(-1)]).toEqual([0, 1]);
        expect(law.density(101.5)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
