import { describe, expect, test } from "vitest";
import { MODELS } from "@/lib/pricing/modelFixture";
import { priceStrip } from "@/lib/pricing/priceStrip";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Product } from "./Product";
import { profitAtExpiry, profitBeforeExpiry, valueBeforeExpiry } from "./value";
import { profitsUnderModel, valuesUnderModel } from "./valueUnderModel";

const spread: Product = {
  underlying: "ETH",
  deposit: "quote",
  expiry: unixSeconds(1_800_000_000n),
  legs: [
    { isPut: true, side: -1, strike: 3200, quantity: 3e-4 },
    { isPut: true, side: 1, strike: 3000, quantity: 2e-4 },
  ],
  cash: 1,
  premium: 0.01,
  entrySpot: 3480,
};
const covered: Product = {
  ...spread,
  deposit: "underlying",
  legs: [{ isPut: false, side: -1, strike: 3900, quantity: 1 }],
};
const now = { spot: 3500, timeToExpiryYears: 7 / 365 };
const spots = [2700, 3100, 3500, 3500.5, 4200];

describe("a product at many spots", () => {
  test.each([
    [spread, "usd"],
    [covered, "usd"],
    [covered, "depositAsset"],
  ] as const)("default: under Black as leg by leg (%#)", (product, measure) => {
    const volatilities = product.legs.map(() => 0.6);
    const model = { name: "black", volatility: 0.6 } as const;
    const profits = profitsUnderModel(product, { ...now, model }, { spots, measure });
    spots.forEach((spot, index) => {
      const own = profitBeforeExpiry(product, { ...now, spot, volatilities }, measure);
      expect(Math.abs((profits[index] ?? NaN) - own)).toBeLessThan(1e-12 * (1 + Math.abs(own)));
    });
  });

  test.each(MODELS)("behavior: at expiry the payoff, under every model ($name)", (model) => {
    const profits = profitsUnderModel(spread, { model, spot: 3500, timeToExpiryYears: 0 }, { spots, measure: "usd" });
    spots.forEach((spot, index) => {
      expect(profits[index]).toBeCloseTo(profitAtExpiry(spread, spot, "usd"), 12);
    });
  });

  test.each(MODELS)("behavior: at the spot now the legs are worth what the model's strip says ($name)", (model) => {
    const strikes = spread.legs.map(({ strike }) => strike);
    const { price } = priceStrip(model, { forward: 3500, timeToExpiryYears: 7 / 365, strikes, isPut: [true, true] });
    const [value] = valuesUnderModel(spread, { ...now, model }, { spots: [3500], measure: "usd" });
    expect(value).toBeCloseTo(1.01 - 3e-4 * (price[0] ?? NaN) + 2e-4 * (price[1] ?? NaN), 12);
  });

  test("behavior: a shift is one more volatility, and a day less brings the payoff nearer", () => {
    const model = { name: "black", volatility: 0.5 } as const;
    const [shifted] = valuesUnderModel(
      spread,
      { ...now, model, volatilityShift: 0.1 },
      { spots: [3300], measure: "usd" },
    );
    const market = { spot: 3300, timeToExpiryYears: 7 / 365, volatilities: [0.6, 0.6] };
    expect(shifted).toBeCloseTo(valueBeforeExpiry(spread, market, "usd"), 12);
  });

  test("error: a model outside of its domain has no value", () => {
    const model = { name: "black", volatility: -1 } as const;
    expect(valuesUnderModel(spread, { ...now, model }, { spots: [3300], measure: "usd" })[0]).toBeNaN();
  });
});
