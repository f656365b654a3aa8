import fc from "fast-check";
import { expect, test } from "vitest";
import { black } from "./black";
import { impliedVolatility } from "./impliedVolatility";
import { preciseImpliedVolatility } from "./preciseImpliedVolatility";
import vectors from "./vectors/impliedVolatility.json";

test.each(vectors.rows)("default: $category $type, F $F K $K T $T price $price", (row) => {
  const result = impliedVolatility({
    price: Number(row.price),
    forward: row.F,
    strike: row.K,
    timeToExpiryYears: row.T,
    isPut: row.type === "put",
    discount: row.df,
  });
  expect(result.ok).toBe(true);
  if (!result.ok) return;
  expect(Math.abs(result.volatility / Number(row.volatility) - 1)).toBeLessThanOrEqual(4 * Number(row.attainable));
});

const options = fc.record({
  forward: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  deviations: fc.double({ min: -12, max: 12, noNaN: true }),
  timeToExpiryYears: fc.double({ min: 1e-4, max: 5, noNaN: true }),
  volatility: fc.double({ min: 0.01, max: 4, noNaN: true }),
});

function optionOf({
  forward,
  deviations,
  timeToExpiryYears,
  volatility,
}: {
  forward: number;
  deviations: number;
  timeToExpiryYears: number;
  volatility: number;
}) {
  const strike = forward * Math.exp(deviations * volatility * Math.sqrt(timeToExpiryYears));
  return { forward, strike, timeToExpiryYears, volatility };
}

test("behavior: the price comes back, out of and in the money", () => {
  fc.assert(
    fc.property(options, fc.boolean(), (input, isPut) => {
      const { volatility, ...option } = optionOf(input);
      fc.pre(option.strike > 1e-200 && option.strike < 1e200);
      const { price } = black({ ...option, volatility, isPut });
      const result = impliedVolatility({ ...option, price, isPut });
      if (!result.ok) {
        expect(result.reason).toBe("aboveMaximum");
        expect(price).toBeGreaterThanOrEqual((isPut ? option.strike : option.forward) * (1 - 1e-15));
        return;
      }
      const again = black({ ...option, volatility: result.volatility, isPut }).price;
      expect(Math.abs(again - price)).toBeLessThanOrEqual(
        4e-16 * price + 4e-13 * Math.min(price, option.forward + option.strike),
      );
    }),
    { numRuns: 400 },
  );
});

test("behavior: two engines agree: steps in doubles and the double-double solver, to a few roundings of the price", () => {
  fc.assert(
    fc.property(options, fc.boolean(), (input, isPut) => {
      const { volatility, ...option } = optionOf(input);
      const { price, vega } = black({ ...option, volatility, isPut });
      const result = impliedVolatility({ ...option, price, isPut });
      fc.pre(result.ok && result.volatility > 0 && price > 1e-250);
      const precise = preciseImpliedVolatility({ ...option, price, isPut, discount: 1 });
      const condition = Math.max(price / (vega * volatility), 0.5);
      expect(Math.abs((result.ok ? result.volatility : NaN) / precise - 1)).toBeLessThanOrEqual(
        4 * condition * 2 ** -52,
      );
    }),
    { numRuns: 150 },
  );
});

test("behavior: two engines agree: bracketing on the price finds the same volatility", () => {
  for (const strike of [2900, 3100, 3500, 3750, 3950]) {
    const option = { forward: 3482.4, strike, timeToExpiryYears: 4.7 / 365, isPut: strike < 3482.4 };
    const { price } = black({ ...option, volatility: 0.585 });
    let [lower, upper] = [0.01, 5];
    for (let halvings = 0; halvings < 60; halvings += 1) {
      const middle = (lower + upper) / 2;
      if (black({ ...option, volatility: middle }).price < price) lower = middle;
      else upper = middle;
    }
    const implied = impliedVolatility({ ...option, price });
    expect(implied.ok && Math.abs(lower - implied.volatility)).toBeLessThan(1e-12);
  }
});

test("behavior: rises with the price", () => {
  const option = { forward: 3500, strike: 3800, timeToExpiryYears: 7 / 365, isPut: false };
  const volatilities = [1e-60, 1e-9, 0.01, 1, 20, 60, 300, 1500, 3000, 3499, 3499.999].map((price) => {
    const result = impliedVolatility({ ...option, price });
    return result.ok ? result.volatility : NaN;
  });
  expect(volatilities).toEqual([...volatilities].sort((a, b) => a - b));
  expect(new Set(volatilities).size).toBe(volatilities.length);
});

const option = { forward: 100, strike: 70, timeToExpiryYears: 0.5, isPut: false };

test("behavior: the intrinsic value itself, also when only its rounding is below, has volatility 0", () => {
  expect(impliedVolatility({ ...option, price: 30 })).toEqual({ ok: true, volatility: 0 });
  expect(impliedVolatility({ ...option, price: 30 * (1 - 2 ** -53) })).toEqual({ ok: true, volatility: 0 });
  expect(impliedVolatility({ ...option, isPut: true, price: 0 })).toEqual({ ok: true, volatility: 0 });
  expect(impliedVolatility({ ...option, price: 0.9 * 30, discount: 0.9 })).toEqual({ ok: true, volatility: 0 });
});

test("error: below the intrinsic value, at the maximum or above it, no numbers", () => {
  expect(impliedVolatility({ ...option, price: 29.999999 })).toEqual({ ok: false, reason: "belowIntrinsic" });
  expect(impliedVolatility({ ...option, price: 100 })).toEqual({ ok: false, reason: "aboveMaximum" });
  expect(impliedVolatility({ ...option, price: 101 })).toEqual({ ok: false, reason: "aboveMaximum" });
  expect(impliedVolatility({ ...option, isPut: true, price: 70 })).toEqual({ ok: false, reason: "aboveMaximum" });
  expect(impliedVolatility({ ...option, price: 99.99, discount: 0.99 })).toEqual({ ok: false, reason: "aboveMaximum" });
  for (const change of [
    { price: NaN },
    { price: -1 },
    { price: Infinity },
    { forward: 0 },
    { strike: NaN },
    { timeToExpiryYears: 0 },
    { discount: -1 },
  ]) {
    expect(impliedVolatility({ ...option, price: 31, ...change })).toEqual({ ok: false, reason: "notANumber" });
  }
});
