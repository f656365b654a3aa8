import fc from "fast-check";
import { expect, test } from "vitest";
import { black } from "./black";
import { IMPLIED_VOLATILITY_STATUS } from "./ImpliedVolatilityTask";
import { impliedVolatility } from "./impliedVolatility";
import { impliedVolatilityBatch } from "./impliedVolatilityBatch";

type Priced = Required<Parameters<typeof impliedVolatility>[0]>;

/** Prices of options of every moneyness, and numbers that are none. */
const priced = fc
  .record({
    forward: fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
    deviations: fc.double({ min: -12, max: 12, noNaN: true }),
    timeToExpiryYears: fc.double({ min: 1e-4, max: 5, noNaN: true }),
    volatility: fc.double({ min: 0.01, max: 4, noNaN: true }),
    isPut: fc.boolean(),
    discount: fc.oneof(fc.constant(1), fc.double({ min: 0.5, max: 1, noNaN: true })),
  })
  .map(({ deviations, ...option }) => {
    const strike = option.forward * Math.exp(deviations * option.volatility * Math.sqrt(option.timeToExpiryYears));
    const { volatility, ...rest } = { ...option, strike };
    return { ...rest, price: black({ ...rest, volatility }).price };
  });
const anything = fc.oneof(fc.double(), fc.constantFrom(0, -1, NaN, Infinity, 5e-324, 1e300));
const anyPrice = fc.record({
  price: anything,
  forward: anything,
  strike: anything,
  timeToExpiryYears: anything,
  isPut: fc.boolean(),
  discount: anything,
});

function columnsOf(prices: readonly Priced[]) {
  const column = (key: "price" | "forward" | "strike" | "timeToExpiryYears" | "discount") =>
    Float64Array.from(prices, (price) => price[key]);
  return {
    price: column("price"),
    forward: column("forward"),
    strike: column("strike"),
    timeToExpiryYears: column("timeToExpiryYears"),
    discount: column("discount"),
    isPut: Uint8Array.from(prices, ({ isPut }) => (isPut ? 1 : 0)),
  };
}

test("default: to the last bit the volatilities of the single prices, and their refusals as codes", () => {
  const mixed = fc.oneof({ weight: 6, arbitrary: priced }, { weight: 1, arbitrary: anyPrice });
  fc.assert(
    fc.property(fc.array(mixed, { maxLength: 300, size: "max" }), (prices) => {
      const { volatility, status } = impliedVolatilityBatch(columnsOf(prices));
      const different = prices.filter((price, place) => {
        const single = impliedVolatility(price);
        const expected = single.ok ? single.volatility : Number.NaN;
        const code = single.ok ? 0 : IMPLIED_VOLATILITY_STATUS[single.reason];
        return !(Object.is(volatility[place], expected) && status[place] === code);
      });
      expect(different).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("behavior: whatever comes in, either a volatility or a reason comes out", () => {
  fc.assert(
    fc.property(fc.array(anyPrice, { minLength: 1, maxLength: 20 }), (prices) => {
      const { volatility, status } = impliedVolatilityBatch(columnsOf(prices));
      volatility.forEach((value, place) => {
        if (status[place] === IMPLIED_VOLATILITY_STATUS.found) expect(value >= 0 && value < Infinity).toBe(true);
        else expect(value).toBeNaN();
      });
    }),
    { numRuns: 300 },
  );
});

const prices = [
  { price: 31, forward: 100, strike: 70, timeToExpiryYears: 0.5, isPut: false, discount: 1 },
  { price: 29, forward: 100, strike: 70, timeToExpiryYears: 0.5, isPut: false, discount: 1 },
  { price: 100, forward: 100, strike: 70, timeToExpiryYears: 0.5, isPut: false, discount: 1 },
  { price: NaN, forward: 100, strike: 70, timeToExpiryYears: 0.5, isPut: false, discount: 1 },
];

test("behavior: the codes; columns that are handed in are filled; a discount left out is 1", () => {
  const out = { volatility: new Float64Array(4), status: new Uint8Array(4) };
  const { discount: _one, ...columns } = columnsOf(prices);
  expect(impliedVolatilityBatch(columns, out)).toBe(out);
  expect([...out.status]).toEqual([0, 1, 2, 3]);
  expect(out).toEqual(impliedVolatilityBatch(columnsOf(prices)));
});

test("error: columns of different lengths are a mistake of the program", () => {
  expect(() => impliedVolatilityBatch({ ...columnsOf(prices), strike: new Float64Array(3) })).toThrow(
    "columns of one length",
  );
});
