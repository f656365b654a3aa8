import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { breakevens } from "./breakevens";
import type { Leg } from "./Leg";
import { outcomeZones } from "./outcomeZones";
import type { DepositKind, Measure, Product } from "./Product";
import { profitBounds } from "./profitBounds";
import { profitAtExpiry } from "./value";

const put = (side: 1 | -1, strike: number, quantity: number): Leg => ({ isPut: true, side, strike, quantity });
const call = (side: 1 | -1, strike: number, quantity: number): Leg => ({ isPut: false, side, strike, quantity });

function product(deposit: DepositKind, legs: readonly Leg[], premium: number): Product {
  return { underlying: "ETH", deposit, expiry: unixSeconds(0n), legs, cash: 1, premium, entrySpot: 3400 };
}

const coveredCall = product("underlying", [call(-1, 3800, 1)], 0.01);
const securedPut = product("quote", [put(-1, 3100, 1 / 3100)], 0.008);
const q = 0.0004;
const condor = product("quote", [put(1, 2900, q), put(-1, 3100, q), call(-1, 3750, q), call(1, 3950, q)], 0.0116);

describe("breakevens", () => {
  test("default: covered call in dollars and in coin", () => {
    expect(breakevens(coveredCall, "usd")).toEqual([3400 / 1.01]);
    expect(breakevens(coveredCall, "depositAsset")[0]).toBeCloseTo(3800 / 0.99, 9);
    expect(breakevens(coveredCall, "depositAsset")).toHaveLength(1);
  });

  test("default: cash-secured put and condor", () => {
    expect(breakevens(securedPut, "usd")[0]).toBeCloseTo(3100 - 0.008 * 3100, 9);
    const [low, high, ...more] = breakevens(condor, "usd");
    expect(low).toBeCloseTo(3100 - 29, 9);
    expect(high).toBeCloseTo(3750 + 29, 9);
    expect(more).toEqual([]);
  });

  test("behavior: without a premium the strike itself is where losing starts", () => {
    expect(breakevens(product("quote", [put(-1, 3100, 1 / 3100)], 0), "usd")).toEqual([3100]);
    expect(breakevens(product("underlying", [call(-1, 3800, 1)], 0), "depositAsset")).toEqual([3800]);
  });

  test("behavior: none where nothing can be lost, or nothing won", () => {
    expect(breakevens(product("quote", [], 0.01), "usd")).toEqual([]);
    expect(breakevens(product("quote", [put(-1, 3000, q), put(1, 3200, q)], -0.09), "usd")).toEqual([]);
  });

  test("behavior: a bought straddle has two, each at the premium's distance", () => {
    const straddle = product("quote", [put(1, 3400, 0.001), call(1, 3400, 0.001)], -0.2);
    expect(breakevens(straddle, "usd").map((price) => Math.round(price * 1e6) / 1e6)).toEqual([3200, 3600]);
  });
});

describe("profitBounds", () => {
  test("default: condor", () => {
    const { largestGain, largestLoss } = profitBounds(condor, "usd");
    expect(largestGain.profit).toBeCloseTo(0.0116, 12);
    expect(largestLoss.profit).toBeCloseTo(-0.0684, 12);
    expect(largestLoss.at).toBe(2900);
  });

  test("default: covered call in dollars loses all at 0 and gains no more above its strike", () => {
    const { largestGain, largestLoss } = profitBounds(coveredCall, "usd");
    expect(largestLoss).toEqual({ profit: -3400, at: 0 });
    expect(largestGain.profit).toBe(Infinity);
    const inCoin = profitBounds(coveredCall, "depositAsset");
    expect(inCoin.largestGain.profit).toBeCloseTo(0.01, 12);
    expect(inCoin.largestLoss).toEqual({ profit: 0.01 - 1, at: Infinity });
  });

  test("behavior: what has no bound is infinite", () => {
    expect(profitBounds(product("quote", [call(-1, 3800, q)], 0.01), "usd").largestLoss).toEqual({
      profit: -Infinity,
      at: Infinity,
    });
    expect(profitBounds(product("quote", [call(1, 3800, q)], -0.01), "usd").largestGain).toEqual({
      profit: Infinity,
      at: Infinity,
    });
    expect(profitBounds(product("underlying", [put(-1, 3000, 1)], 0.01), "depositAsset").largestLoss).toEqual({
      profit: -Infinity,
      at: 0,
    });
    expect(profitBounds(product("underlying", [put(1, 3000, 1)], -0.01), "depositAsset").largestGain).toEqual({
      profit: Infinity,
      at: 0,
    });
  });
});

describe("outcomeZones", () => {
  test("default: a condor loses in full, in part, wins in full in the middle, and so on outwards", () => {
    const zones = outcomeZones(condor, "usd");
    expect(zones.map(({ kind, from, to }) => [kind, Math.round(from), Math.round(to)])).toEqual([
      ["fullLoss", 0, 2900],
      ["partLoss", 2900, 3071],
      ["profit", 3071, 3100],
      ["fullProfit", 3100, 3750],
      ["profit", 3750, 3779],
      ["partLoss", 3779, 3950],
      ["fullLoss", 3950, Infinity],
    ]);
    expect(zones[1]?.least).toBeCloseTo(-0.0684, 12);
    expect(zones[1]?.most).toBeCloseTo(0, 12);
  });

  test("default: put and covered call", () => {
    const kinds = (of: Product, measure: Measure) => outcomeZones(of, measure).map(({ kind }) => kind);
    expect(kinds(securedPut, "usd")).toEqual(["partLoss", "profit", "fullProfit"]);
    expect(kinds(coveredCall, "depositAsset")).toEqual(["fullProfit", "profit", "partLoss"]);
    expect(kinds(coveredCall, "usd")).toEqual(["partLoss", "profit"]);
  });
});

describe("any product", () => {
  const leg = fc.record({
    isPut: fc.boolean(),
    side: fc.constantFrom<1 | -1>(1, -1),
    strike: fc.integer({ min: 1000, max: 6000 }),
    quantity: fc.constantFrom(0.0004, 0.001, 0.5, 1),
  });
  const any = fc
    .record({
      deposit: fc.constantFrom<DepositKind>("underlying", "quote"),
      legs: fc.array(leg, { maxLength: 6 }),
      premium: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    })
    .map(({ deposit, legs, premium }) => product(deposit, legs, premium));
  const measure = fc.constantFrom<Measure>("usd", "depositAsset");
  const price = fc.double({ min: 1, max: 20_000, noNaN: true });
  const slack = (of: Product, at: number) => 1e-9 * (1 + at) * (1 + of.legs.length);

  test("behavior: the profit is 0 at each breakeven inside a piece, and its sign changes only there", () => {
    fc.assert(
      fc.property(any, measure, price, price, (of, by, a, b) => {
        const between = breakevens(of, by).filter((at) => at >= Math.min(a, b) && at <= Math.max(a, b));
        const [atA, atB] = [profitAtExpiry(of, a, by), profitAtExpiry(of, b, by)];
        fc.pre(Math.abs(atA) > slack(of, a) && Math.abs(atB) > slack(of, b));
        expect(between.length % 2 === 1).toBe(atA < 0 !== atB < 0);
        for (const at of between) expect(Math.abs(profitAtExpiry(of, at, by))).toBeLessThan(slack(of, at));
      }),
      { numRuns: 1000 },
    );
  });

  test("behavior: zones cover every price once, and hold the profit of every price in them", () => {
    fc.assert(
      fc.property(any, measure, price, (of, by, at) => {
        const zones = outcomeZones(of, by);
        expect([zones[0]?.from, zones.at(-1)?.to]).toEqual([0, Infinity]);
        zones.slice(1).forEach((zone, index) => {
          expect(zone.from).toBe(zones[index]?.to);
          expect(zone.kind).not.toBe(zones[index]?.kind);
        });
        const zone = zones.find(({ from, to }) => at >= from && at < to);
        const profit = profitAtExpiry(of, at, by);
        expect(profit).toBeGreaterThanOrEqual((zone?.least ?? NaN) - slack(of, at));
        expect(profit).toBeLessThanOrEqual((zone?.most ?? NaN) + slack(of, at));
        if (Math.abs(profit) > slack(of, at)) expect(zone?.kind.endsWith("Loss")).toBe(profit < 0);
      }),
      { numRuns: 1000 },
    );
  });

  test("behavior: no price is better or worse than the bounds, and finite bounds are reached", () => {
    fc.assert(
      fc.property(any, measure, price, (of, by, at) => {
        const { largestGain, largestLoss } = profitBounds(of, by);
        const profit = profitAtExpiry(of, at, by);
        expect(profit).toBeLessThanOrEqual(largestGain.profit + slack(of, at));
        expect(profit).toBeGreaterThanOrEqual(largestLoss.profit - slack(of, at));
        for (const bound of [largestGain, largestLoss]) {
          if (!Number.isFinite(bound.profit)) continue;
          const near = bound.at === Infinity ? 1e15 : Math.max(bound.at, 1e-9);
          expect(Math.abs(profitAtExpiry(of, near, by) - bound.profit)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 500 },
    );
  });
});
