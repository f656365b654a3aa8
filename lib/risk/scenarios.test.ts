import { describe, expect, test } from "vitest";
import { lognormalLaw } from "@/lib/pricing/SettlementLaw";
import { outcomeZones } from "@/lib/products/outcomeZones";
import type { Product } from "@/lib/products/Product";
import { profitAtExpiry } from "@/lib/products/value";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { epochTail } from "./epochTail";
import type { Position } from "./Position";
import { positionGreeks } from "./positionGreeks";
import { scenarioGrid } from "./scenarioGrid";
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
const position: Position = {
  product: condor,
  units: 10_000,
  market: { spot: 3482.4, timeToExpiryYears: 5 / 365, volatilities: [0.64, 0.61, 0.57, 0.56] },
};

describe("scenarioGrid", () => {
  const spotMoves = [-0.3, -0.1, 0, 0.001, 0.1, 0.3];
  const volatilityMoves = [-0.2, 0, 0.2];

  test("default: rows are volatility, columns spot, and no move is no change", () => {
    const grid = scenarioGrid([position], { spotMoves, volatilityMoves });
    expect(grid.map((row) => row.length)).toEqual([6, 6, 6]);
    expect(grid[1]?.[2]).toBe(0);
    expect(grid[2]?.[2]).toBeLessThan(0);
    expect(grid[0]?.[2]).toBeGreaterThan(0);
  });

  test("behavior: a small move is what the Greeks say, a large one is what settlement says, not the Greeks", () => {
    const grid = scenarioGrid([position], { spotMoves, volatilityMoves: [0], elapsedYears: 5 / 365 });
    const now = positionGreeks(position).valueUsd;
    const crash = 10_000 * (1 + profitAtExpiry(condor, 3482.4 * 0.7, "usd"));
    expect(grid[0]?.[0]).toBeCloseTo(crash - now, 8);
    const small = scenarioGrid([position], { spotMoves: [0.001], volatilityMoves: [0] })[0]?.[0] ?? NaN;
    const { delta, gamma } = positionGreeks(position);
    const move = 3.4824;
    expect(Math.abs(small - (delta * move + 0.5 * gamma * move * move))).toBeLessThan(0.01 * Math.abs(small));
    const large = scenarioGrid([position], { spotMoves: [-0.3], volatilityMoves: [0] })[0]?.[0] ?? NaN;
    const fall = -0.3 * 3482.4;
    expect(Math.abs(large - (delta * fall + 0.5 * gamma * fall * fall))).toBeGreaterThan(Math.abs(large));
  });

  test("behavior: positions add up, and a coin moves with its price alone", () => {
    const held: Position = { product: coin, units: 2, market: { spot: 3000, timeToExpiryYears: 1, volatilities: [] } };
    const input = { spotMoves, volatilityMoves };
    const together = scenarioGrid([position, held], input);
    const [apart, coins] = [scenarioGrid([position], input), scenarioGrid([held], input)];
    together.forEach((row, v) => {
      row.forEach((cell, s) => {
        expect(cell).toBeCloseTo((apart[v]?.[s] ?? NaN) + (coins[v]?.[s] ?? NaN), 7);
        expect(coins[v]?.[s]).toBeCloseTo(6000 * (spotMoves[s] ?? NaN), 8);
      });
    });
  });

  test("behavior: no scenario drives a volatility to 0 or below, and time never runs past expiry", () => {
    const floor = scenarioGrid([position], { spotMoves: [0], volatilityMoves: [-5, -0.9] });
    expect(floor[0]?.[0]).toBe(floor[1]?.[0]);
    const late = scenarioGrid([position], { spotMoves: [0.1], volatilityMoves: [0.3], elapsedYears: 9 });
    expect(late[0]?.[0]).toBeCloseTo(
      10_000 * (1 + profitAtExpiry(condor, 3482.4 * 1.1, "usd")) - positionGreeks(position).valueUsd,
      8,
    );
  });
});

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
