import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlackInput, black } from "./black";
import { blackPrices } from "./blackPrices";

const anyNumber = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 1e-3, max: 1e4, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1, -1, NaN, Infinity, 5e-324) },
);
const anyOption = fc.record({
  forward: anyNumber,
  strike: anyNumber,
  timeToExpiryYears: fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), anyNumber),
  volatility: fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), anyNumber),
  isPut: fc.boolean(),
});

function columnsOf(options: readonly BlackInput[]) {
  return {
    forward: Float64Array.from(options, ({ forward }) => forward),
    strike: Float64Array.from(options, ({ strike }) => strike),
    timeToExpiryYears: Float64Array.from(options, ({ timeToExpiryYears }) => timeToExpiryYears),
    volatility: Float64Array.from(options, ({ volatility }) => volatility),
    isPut: Uint8Array.from(options, ({ isPut }) => (isPut ? 1 : 0)),
  };
}

test("default: the prices of the single options, and NaN where they have none", () => {
  fc.assert(
    fc.property(fc.array(anyOption, { maxLength: 300, size: "max" }), (options) => {
      const prices = blackPrices(columnsOf(options));
      const different = options.filter((option, place) => {
        const [found = NaN, { price }] = [prices[place], black(option)];
        const bound = 1e-15 * Math.max(option.forward, option.strike);
        return Number.isNaN(price) ? !Number.isNaN(found) : !(Math.abs(found - price) <= bound);
      });
      expect(different).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("behavior: the payoff without time or volatility, to the last bit, and never below it", () => {
  const edges = [0, 1e-300, 1e-18, 1e-9].flatMap((volatility) =>
    [2_000, 3_000, 4_000].flatMap((strike) =>
      [true, false].map((isPut) => ({ forward: 3_000, strike, timeToExpiryYears: 0.1, volatility, isPut })),
    ),
  );
  const prices = blackPrices(columnsOf(edges));
  edges.forEach(({ strike, isPut, volatility }, place) => {
    const payoff = Math.max(0, isPut ? strike - 3_000 : 3_000 - strike);
    expect(prices[place]).toBeGreaterThanOrEqual(payoff);
    expect((prices[place] ?? NaN) - payoff).toBeLessThanOrEqual(400 * volatility);
  });
});

test("behavior: a column that is handed in is filled", () => {
  const price = new Float64Array(1);
  const option = { forward: 3_000, strike: 3_100, timeToExpiryYears: 0.1, volatility: 0.6, isPut: false };
  expect(blackPrices(columnsOf([option]), price)).toBe(price);
  expect(price[0]).toBeGreaterThan(0);
});

test("error: columns of different lengths are a mistake of the program", () => {
  expect(() => blackPrices(columnsOf([]), new Float64Array(1))).toThrow("columns of one length");
});
