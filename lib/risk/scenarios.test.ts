import { describe, expect, test } from "vitest";
import { lognormalLaw } from "@/lib/pricing/SettlementLaw";
import { outcomeZones } from "@/lib/products/outcomeZones";
import type { Product } from "@/lib/products/Product";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { epochTail } from "./epochTail";
import { lossOdds, zoneOdds } from "./zoneOdds";

const q = 0.0004;
const condor: Product = {
  underlying: "ETH",
  deposit: "quote",
  expiry: unixSeconds(0n),
  cash: 1,
  premium: 0.0116,
  entrySpot: 3418,
  legs: [
    { isPut: true, side: 1, strike: 2900, quantity: q },
    { isPut: true, side: -1, strike: 3100, quantity: q },
    { isPut: false, side: -1, strike: 3750, quantity: q },
    { isPut: false, side: 1, strike: 3950, quantity: q },
  ],
};
const coin: Product = { ...condor, deposit: "underlying", premium: 0, legs: [] };

describe("zoneOdds", () => {
  test("default: odds of all zones sum to 1, those of losing zones are the odds of a loss", () => {
    const law = lognormalLaw({ forward: 3482.4, timeToExpiryYears: 5 / 365, volatility: 0.585 });
    const zones = zoneOdds(outcomeZones(condor, "usd"), law);
    expect(zones.reduce((sum, { odds }) => sum + odds, 0)).toBeCloseTo(1, 14);
    expect(zones.every(({ odds }) => odds >= 0)).toBe(true);
    const losing = zones.filter(({ kind }) => kind === "partLoss" || kind === "fullLoss");
    expect(losing).toHaveLength(4);
    expect(lossOdds(zones)).toBeCloseTo(
      losing.reduce((sum, { odds }) => sum + odds, 0),
      15,
    );
    expect(lossOdds(zones)).toBeGreaterThan(0.05);
    expect(lossOdds(zones)).toBeLessThan(0.2);
  });
});

describe("epochTail", () => {
  const input = {
    product: coin,
    timeToExpiryYears: 7 / 365,
    volatility: 0.61,
    confidence: 0.95,
    measure: "usd" as const,
  };

  test("default: the coin alone: quantiles of t with 4 degrees of freedom at the implied variance", () => {
    const deviation = 0.61 * Math.sqrt(7 / 365);
    const quantile = -2.1318467863266495;
    const expected = Math.exp((quantile * deviation) / Math.SQRT2 - 0.5 * deviation * deviation) - 1;
    const { valueAtRisk, expectedShortfall } = epochTail(input);
    expect(Math.abs(valueAtRisk - expected)).toBeLessThan(5e-4);
    expect(expectedShortfall).toBeLessThan(valueAtRisk);
    expect(Math.abs(expectedShortfall - integratedShortfall(deviation, quantile))).toBeLessThan(2e-4);
  });

  test("behavior: a condor's bad epoch is its largest loss once the tail lies in the wings", () => {
    const { expectedShortfall } = epochTail({ ...input, product: condor, volatility: 1.2, confidence: 0.95 });
    expect(expectedShortfall).toBeCloseTo(0.0116 - 0.08, 12);
  });

  test("behavior: grows with volatility and with confidence, counts part of the last atom", () => {
    const at = (change: Partial<typeof input>) => epochTail({ ...input, ...change }).expectedShortfall;
    expect(at({ volatility: 0.8 })).toBeLessThan(at({}));
    expect(at({ confidence: 0.99 })).toBeLessThan(at({}));
    expect(at({ confidence: 0.95 + 0.4 / 4000 })).toBeLessThan(at({}));
    expect(at({ confidence: 0.95 + 0.4 / 4000 })).toBeGreaterThan(at({ confidence: 0.95 + 1 / 4000 }));
    expect(epochTail({ ...input, confidence: 0 }).expectedShortfall).toBeCloseTo(0, 1);
  });

  test("behavior: in coin, the coin alone cannot lose, and a covered call loses in a rally", () => {
    expect(epochTail({ ...input, measure: "depositAsset" })).toEqual({ expectedShortfall: 0, valueAtRisk: 0 });
    const call = { ...coin, premium: 0.01, legs: [{ isPut: false, side: -1 as const, strike: 3800, quantity: 1 }] };
    const tail = epochTail({ ...input, product: call, measure: "depositAsset" });
    expect(tail.expectedShortfall).toBeLessThan(0);
    expect(tail.expectedShortfall).toBeGreaterThan(-0.3);
  });
});

/** The mean loss below a quantile, integrated over the density of t with 4 degrees of freedom. */
function integratedShortfall(deviation: number, quantile: number): number {
  const width = 0.001;
  let sum = 0;
  for (let t = quantile - width / 2; t > -300; t -= width) {
    const density = 0.375 * (1 + (t * t) / 4) ** -2.5;
    sum += density * (Math.exp((t * deviation) / Math.SQRT2 - 0.5 * deviation * deviation) - 1);
  }
  return (sum * width) / 0.05;
}
