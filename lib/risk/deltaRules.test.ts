import { describe, expect, test } from "vitest";
import { MODELS } from "@/lib/pricing/modelFixture";
import { surfaceVolatility } from "@/lib/pricing/surfaceVolatility";
import type { Product } from "@/lib/products/Product";
import { valueBeforeExpiry } from "@/lib/products/value";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { MARKET } from "@/lib/vault/vaultFixture";
import { deltaRules, leastVarianceDelta } from "./deltaRules";
import { modelGreeks } from "./modelGreeks";

const SPOT = 3450;
const timeToExpiryYears = 5 / 365;
const surface = MARKET.ok ? MARKET.view.surface : { slices: [] };
const spread: Product = {
  underlying: "ETH",
  deposit: "quote",
  expiry: unixSeconds(1_800_000_000n),
  legs: [
    { isPut: true, side: -1, strike: 3300, quantity: 1 },
    { isPut: false, side: -1, strike: 3600, quantity: 0.5 },
    { isPut: true, side: 1, strike: 3100, quantity: 1 },
  ],
  cash: 1,
  premium: 0.01,
  entrySpot: 3500,
};
const covered: Product = { ...spread, deposit: "underlying", legs: spread.legs.slice(1, 2) };

/** Value in dollars where the coin stands at `spot` and each leg's volatility is that of a moneyness against `centre`. */
function value(product: Product, spot: number, centre: number): number {
  const volatilities = product.legs.map(({ strike }) =>
    surfaceVolatility(surface, Math.log(strike / centre), timeToExpiryYears),
  );
  return valueBeforeExpiry(product, { spot, timeToExpiryYears, volatilities }, "usd");
}

describe.each([
  ["in dollars", spread],
  ["in the coin", covered],
])("deltas by the smile's rule, a deposit %s", (_, product) => {
  const volatilities = product.legs.map(({ strike }) =>
    surfaceVolatility(surface, Math.log(strike / SPOT), timeToExpiryYears),
  );
  const rules = deltaRules({ product, units: 7, market: { spot: SPOT, timeToExpiryYears, volatilities } }, surface);
  const step = 0.5;

  test("default: sticky strike is the change with every volatility kept", () => {
    const change = value(product, SPOT + step, SPOT) - value(product, SPOT - step, SPOT);
    expect(rules.stickyStrike).toBeCloseTo((7 * change) / (2 * step), 5);
  });

  test("default: sticky delta is the change with the smile moved along, and another figure", () => {
    const change = value(product, SPOT + step, SPOT + step) - value(product, SPOT - step, SPOT - step);
    expect(rules.stickyDelta).toBeCloseTo((7 * change) / (2 * step), 5);
    expect(Math.abs(rules.stickyDelta - rules.stickyStrike)).toBeGreaterThan(0.001);
  });
});

describe("delta of the least variance", () => {
  const model = MODELS.find(({ name }) => name === "heston");
  if (model?.name !== "heston") throw new TypeError("the fixture has Heston");
  const heston = model.parameters;

  test("default: the change along the way that price and variance go together", () => {
    const at = (spot: number) => {
      const moved = (heston.correlation * heston.volatilityOfVariance * (spot - SPOT)) / SPOT;
      const parameters = { ...heston, initialVariance: heston.initialVariance + moved };
      const market = { model: { name: "heston", parameters } as const, spot, timeToExpiryYears };
      return modelGreeks({ product: spread, units: 7, market });
    };
    const step = 0.5;
    const change = (at(SPOT + step).valueUsd - at(SPOT - step).valueUsd) / (2 * step);
    expect(leastVarianceDelta(at(SPOT), { spot: SPOT, heston })).toBeCloseTo(change, 4);
    expect(Math.abs(change - at(SPOT).delta)).toBeGreaterThan(0.001);
  });

  test("error: without a variance there is none", () => {
    const still = { ...heston, initialVariance: 0 };
    expect(leastVarianceDelta({ delta: 1, vegaPerPoint: 1 }, { spot: SPOT, heston: still })).toBeNaN();
  });
});
