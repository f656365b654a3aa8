import fc from "fast-check";
import { expect, test } from "vitest";
import { black } from "./black";
import { logRatio, normalisedBlack } from "./normalisedBlack";
import vectors from "./vectors/normalisedBlack.json";

test.each(vectors.rows)("default: x $x, s $s", ({ x, s, value }) => {
  const relative = Math.abs(normalisedBlack(x, s) / Number(value) - 1);
  expect(relative).toBeLessThanOrEqual(1e-15 * (1 + (x / s) ** 2));
});

test("behavior: times √(F·K) it is Black's price of the option out of the money", () => {
  const moneyness = fc.double({ min: -4, max: 4, noNaN: true });
  fc.assert(
    fc.property(moneyness, fc.double({ min: 0.01, max: 3, noNaN: true }), (x, volatility) => {
      const option = { forward: 100, strike: 100 * Math.exp(-x), timeToExpiryYears: 1, volatility, isPut: x > 0 };
      const normalised = normalisedBlack(-Math.abs(logRatio(100, option.strike)), volatility);
      const { price } = black(option);
      expect(Math.abs(normalised * Math.sqrt(100 * option.strike) - price)).toBeLessThanOrEqual(
        price * 1e-15 * (4 + (2 * x * x) / volatility ** 2),
      );
    }),
  );
});

test("behavior: without deviation nothing, without end the larger of the two over the root of both", () => {
  expect([normalisedBlack(0, 0), normalisedBlack(-3, 0), normalisedBlack(-3, 1e-300)]).toEqual([0, 0, 0]);
  expect(normalisedBlack(-1, Infinity)).toBe(normalisedBlack(-1, 1e4));
  expect(normalisedBlack(-1, Infinity)).toBeCloseTo(Math.exp(-0.5), 15);
});

test("behavior: the logarithm of a ratio keeps its digits where both are close", () => {
  expect(logRatio(1 + 2 ** -40, 1)).toBe(2 ** -40 - 2 ** -81);
  expect(logRatio(1, 3)).toBeCloseTo(-Math.log(3), 15);
});
