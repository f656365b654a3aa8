import { expect, test } from "vitest";
import { addBlackPrices } from "./addBlackPrices";
import { black } from "./black";

const forward = Float64Array.from({ length: 300 }, (_, index) => 1_000 + 20 * index);
const deviation = Float64Array.from(forward, (_, index) => (index % 7 === 0 ? 0 : 0.003 * (index % 100)));
const logForward = forward.map(Math.log);

test.each([
  [true, 2_900],
  [false, 3_000],
  [false, 6_980],
])("default: adds an option in every market, in blocks of any length (put %s, strike %d)", (isPut, strike) => {
  const sum = Float64Array.from(forward, (_, index) => index);
  addBlackPrices(
    { forward, logForward, deviation, sum },
    { isPut, strike, logStrike: Math.log(strike), size: -2 },
    290,
  );
  const errors = Array.from(sum, (added, place) => {
    const [price = NaN, volatility = NaN] = [forward[place], deviation[place]];
    const option = black({ forward: price, strike, timeToExpiryYears: 1, volatility, isPut }).price;
    return Math.abs(added - (place < 290 ? place - 2 * option : place)) / Math.max(price, strike);
  });
  expect(Math.max(...errors)).toBeLessThan(4e-15);
});

test("behavior: without a deviation NaN; without one left, or with strike 0, the payoff", () => {
  const markets = {
    forward: Float64Array.of(3_000, 3_000, 3_000),
    logForward: new Float64Array(3).fill(Math.log(3_000)),
    deviation: Float64Array.of(Number.NaN, 0, 0.2),
    sum: new Float64Array(3),
  };
  addBlackPrices(markets, { isPut: false, strike: 3_000, logStrike: Math.log(3_000), size: 1 }, 2);
  addBlackPrices(markets, { isPut: false, strike: 0, logStrike: Number.NEGATIVE_INFINITY, size: 1 }, 3);
  expect([...markets.sum]).toEqual([Number.NaN, 3_000, 3_000]);
});
