import { describe, expect, test } from "vitest";
import { normalCdf } from "@/lib/math/normal";
import { MODELS } from "@/lib/pricing/modelFixture";
import { lognormalLaw, sampledLaw } from "@/lib/pricing/SettlementLaw";
import { outcomeZones } from "@/lib/products/outcomeZones";
import type { Product } from "@/lib/products/Product";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { lawShortfall } from "./lawShortfall";
import { modelComparison } from "./modelComparison";
import { modelProbabilitiesBelow } from "./modelDistribution";
import { modelGreeks } from "./modelGreeks";
import { positionGreeks } from "./positionGreeks";
import { settlementLevels } from "./settlementLevels";
import { lossOdds, zoneOdds } from "./zoneOdds";

const condor: Product = {
  underlying: "ETH",
  deposit: "quote",
  expiry: unixSeconds(1_800_000_000n),
  legs: [
    { isPut: true, side: 1, strike: 2950, quantity: 4e-4 },
    { isPut: true, side: -1, strike: 3150, quantity: 4e-4 },
    { isPut: false, side: -1, strike: 3850, quantity: 4e-4 },
    { isPut: false, side: 1, strike: 4050, quantity: 4e-4 },
  ],
  cash: 1,
  premium: 0.012,
  entrySpot: 3480,
};
const covered: Product = {
  ...condor,
  deposit: "underlying",
  legs: [{ isPut: false, side: -1, strike: 3900, quantity: 1 }],
  premium: 0.006,
};
const market = { spot: 3500, timeToExpiryYears: 7 / 365 };
const BLACK = [{ name: "black", volatility: 0.6 }] as const;
const input = { product: condor, units: 10_000, ...market, headline: 0.6, models: MODELS, confidence: 0.8 };

describe("modelGreeks", () => {
  test.each([condor, covered])("default: under Black as the position's own, leg by leg ($deposit)", (product) => {
    const volatilities = product.legs.map(() => 0.6);
    const own = positionGreeks({ product, units: 12, market: { ...market, volatilities } });
    const found = modelGreeks({ product, units: 12, market: { ...market, model: { name: "black", volatility: 0.6 } } });
    for (const [name, value] of Object.entries(own))
      expect(Math.abs((found[name as keyof typeof own] ?? NaN) - value), name).toBeLessThan(
        1e-12 * (1 + Math.abs(value)),
      );
  });

  test("behavior: without legs a coin is a coin and cash is cash, under every model", () => {
    for (const model of MODELS) {
      const coin = modelGreeks({
        product: { ...covered, legs: [], premium: 0 },
        units: 2,
        market: { ...market, model },
      });
      expect(coin).toMatchObject({ valueUsd: 7000, delta: 2, coinDelta: 0, gamma: 0, vegaPerPoint: 0, thetaPerDay: 0 });
    }
  });
});

describe("modelProbabilitiesBelow", () => {
  test.each(MODELS)(
    "behavior: by them the odds of all zones sum to 1, and those of a loss are below and above ($name)",
    (model) => {
      const at = { ...market, model };
      const levels = settlementLevels(condor, { spot: 3500, deviation: 0.08 });
      const zones = zoneOdds(outcomeZones(condor, "usd"), sampledLaw(levels, modelProbabilitiesBelow(levels, at)));
      expect(zones.reduce((sum, { odds }) => sum + odds, 0)).toBeCloseTo(1, 13);
      expect(zones.every(({ odds }) => odds >= 0)).toBe(true);
      const [low = NaN, high = NaN] = modelProbabilitiesBelow([3150 - 0.012 / 4e-4, 3850 + 0.012 / 4e-4], at);
      expect(lossOdds(zones)).toBeCloseTo(low + 1 - high, 12);
    },
  );

  test("behavior: nothing lies below 0 and everything below ∞", () => {
    const below = modelProbabilitiesBelow([0, 3500, Infinity], {
      ...market,
      model: { name: "black", volatility: 0.6 },
    });
    expect([below[0], below[2]]).toEqual([0, 1]);
  });
});

describe("modelComparison", () => {
  test("default: each model with figures of its own, in the models' order", () => {
    const rows = modelComparison(input);
    expect(rows.map(({ model }) => model)).toEqual(["black", "smile", "heston", "merton", "kou", "bates"]);
    const [black, ...others] = rows;
    for (const { figures } of others) {
      for (const [name, value] of Object.entries(figures))
        expect(value, name).not.toBe(black?.figures[name as keyof typeof figures]);
      expect(figures.expectedShortfallUsd).toBeGreaterThanOrEqual(10_000 * (0.012 - 0.08) - 1e-9);
      expect(figures.lossOdds).toBeGreaterThan(0);
      expect(figures.lossOdds).toBeLessThan(0.6);
    }
  });

  test("behavior: Black's figures are the formula's own", () => {
    const figures = modelComparison({ ...input, product: covered, units: 3, models: BLACK, confidence: 0.95 })[0]
      ?.figures;
    const deviation = 0.6 * Math.sqrt(7 / 365);
    const breakeven = 3480 / 1.006;
    expect(figures?.lossOdds).toBeCloseTo(
      normalCdf((Math.log(breakeven / 3500) + 0.5 * deviation ** 2) / deviation),
      9,
    );
    // The worst 5 % are falls: E[S | S < q] = F·Φ(z − s)/Φ(z).
    const quantile = -1.6448536269514722;
    const mean = (3500 * normalCdf(quantile - deviation)) / 0.05;
    expect(Math.abs((figures?.expectedShortfallUsd ?? NaN) / (3 * (1.006 * mean - 3480)) - 1)).toBeLessThan(2e-4);
  });

  test("behavior: twice the units, twice the dollars and the same odds; more volatility, a worse tail", () => {
    const [, , heston] = modelComparison(input);
    const [, , twice] = modelComparison({ ...input, units: 20_000 });
    expect(twice?.figures.valueUsd).toBeCloseTo(2 * (heston?.figures.valueUsd ?? NaN), 6);
    expect(twice?.figures.expectedShortfallUsd).toBeCloseTo(2 * (heston?.figures.expectedShortfallUsd ?? NaN), 6);
    expect(twice?.figures.lossOdds).toBe(heston?.figures.lossOdds);
    const coin = { ...input, product: covered };
    const shifted = modelComparison({ ...coin, volatilityShift: 0.2 });
    modelComparison(coin).forEach(({ figures }, index) => {
      expect(shifted[index]?.figures.expectedShortfallUsd).toBeLessThan(figures.expectedShortfallUsd);
    });
  });

  test("behavior: at expiry every model says the same", () => {
    const [black, ...others] = modelComparison({ ...input, timeToExpiryYears: 0 });
    for (const { figures } of others)
      for (const [name, value] of Object.entries(figures)) {
        const own = black?.figures[name as keyof typeof figures] ?? NaN;
        expect(Math.abs(value - own), name).toBeLessThan(1e-9);
      }
  });

  test("error: a model outside of its domain has no figures, beside others that have", () => {
    const broken = {
      name: "kou",
      parameters: { volatility: 0.5, jumpIntensity: 1, upProbability: 0.5, upRate: 0.5, downRate: 1 },
    } as const;
    const rows = modelComparison({ ...input, models: [broken, ...BLACK] });
    expect(Object.values(rows[0]?.figures ?? { none: 0 }).every(Number.isNaN)).toBe(true);
    expect(rows[1]?.figures).toEqual(modelComparison({ ...input, models: BLACK })[0]?.figures);
    expect(Object.values(rows[1]?.figures ?? { none: NaN }).every(Number.isFinite)).toBe(true);
  });
});

test("settlementLevels: ascending, each once, with strikes and breakevens, and fine enough for a shortfall", () => {
  const deviation = 0.6 * Math.sqrt(7 / 365);
  const levels = settlementLevels(condor, { spot: 3500, deviation });
  expect(levels).toEqual([...new Set(levels)].toSorted((a, b) => a - b));
  for (const level of [2950, 3150, 3850, 4050]) expect(levels).toContain(level);
  const law = lognormalLaw({ forward: 3500, timeToExpiryYears: 7 / 365, volatility: 0.6 });
  const fine = Array.from({ length: 40_001 }, (_, index) => 1500 + index * 0.15);
  const coarse = lawShortfall({ product: condor, law, levels, confidence: 0.95 });
  expect(Math.abs(coarse / lawShortfall({ product: condor, law, levels: fine, confidence: 0.95 }) - 1)).toBeLessThan(
    1e-4,
  );
});
