import { describe, expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { legsPayoff, optionPayoff } from "./Leg";
import type { Product } from "./Product";
import { profitAtExpiry, profitBeforeExpiry, valueAtExpiry, valueBeforeExpiry } from "./value";

const expiry = unixSeconds(1_795_766_400n);

const coveredCall: Product = {
  underlying: "ETH",
  deposit: "underlying",
  expiry,
  legs: [{ isPut: false, side: -1, strike: 3800, quantity: 1 }],
  cash: 1,
  premium: 0.01,
  entrySpot: 3400,
};

const condor: Product = {
  underlying: "ETH",
  deposit: "quote",
  expiry,
  legs: [
    { isPut: true, side: 1, strike: 2900, quantity: 0.0004 },
    { isPut: true, side: -1, strike: 3100, quantity: 0.0004 },
    { isPut: false, side: -1, strike: 3750, quantity: 0.0004 },
    { isPut: false, side: 1, strike: 3950, quantity: 0.0004 },
  ],
  cash: 1,
  premium: 0.0116,
  entrySpot: 3418,
};

describe("at expiry", () => {
  test("default: payoffs of one option and of signed legs", () => {
    expect([optionPayoff({ isPut: false, strike: 100 }, 130), optionPayoff({ isPut: true, strike: 100 }, 130)]).toEqual(
      [30, 0],
    );
    expect(legsPayoff(condor.legs, 2800)).toBeCloseTo(-0.08, 12);
    expect(legsPayoff(condor.legs, 3400)).toBe(0);
  });

  test("default: a covered call in dollars counts the coin's own move, in coin it does not", () => {
    expect(valueAtExpiry(coveredCall, 3600, "usd")).toBeCloseTo(3636, 9);
    expect(profitAtExpiry(coveredCall, 3600, "usd")).toBeCloseTo(236, 9);
    expect(profitAtExpiry(coveredCall, 3600, "depositAsset")).toBeCloseTo(0.01, 12);
    expect(profitAtExpiry(coveredCall, 4000, "usd")).toBeCloseTo(4040 - 200 - 3400, 9);
    expect(profitAtExpiry(coveredCall, 4000, "depositAsset")).toBeCloseTo(0.01 - 0.05, 12);
    expect(profitAtExpiry(coveredCall, 3000, "usd")).toBeCloseTo(3030 - 3400, 9);
  });

  test("behavior: deposited in the quote, both measures are one", () => {
    for (const price of [2000, 3000, 3400, 3800, 5000]) {
      expect(valueAtExpiry(condor, price, "usd")).toBe(valueAtExpiry(condor, price, "depositAsset"));
    }
    expect(profitAtExpiry(condor, 2000, "usd")).toBeCloseTo(0.0116 - 0.08, 12);
    expect(profitAtExpiry(condor, 3400, "usd")).toBeCloseTo(0.0116, 12);
  });
});

describe("before expiry", () => {
  const volatilities = [0.62, 0.6, 0.57, 0.56];

  test("behavior: with no time left it is the value at expiry", () => {
    for (const spot of [2500, 3000, 3400, 3800, 4500]) {
      const market = { spot, timeToExpiryYears: 0, volatilities };
      expect(valueBeforeExpiry(condor, market, "usd")).toBe(valueAtExpiry(condor, spot, "usd"));
      expect(valueBeforeExpiry(coveredCall, market, "depositAsset")).toBe(
        valueAtExpiry(coveredCall, spot, "depositAsset"),
      );
      expect(profitBeforeExpiry(condor, market, "usd")).toBe(profitAtExpiry(condor, spot, "usd"));
    }
  });

  test("behavior: in dollars and in coin differ by the spot", () => {
    const market = { spot: 3482.4, timeToExpiryYears: 5 / 365, volatilities: [0.58] };
    const usd = valueBeforeExpiry(coveredCall, market, "usd");
    expect(valueBeforeExpiry(coveredCall, market, "depositAsset") * 3482.4).toBeCloseTo(usd, 9);
    expect(usd).toBeLessThan(3482.4 * 1.01);
  });

  test("behavior: every leg has its own volatility", () => {
    const market = { spot: 3482.4, timeToExpiryYears: 5 / 365, volatilities };
    const base = valueBeforeExpiry(condor, market, "usd");
    volatilities.forEach((_, index) => {
      const moved = { ...market, volatilities: volatilities.map((v, at) => (at === index ? v + 0.1 : v)) };
      const side = condor.legs[index]?.side ?? 0;
      expect(Math.sign(valueBeforeExpiry(condor, moved, "usd") - base)).toBe(side);
    });
  });

  test("error: a missing volatility makes the value NaN, not a guess", () => {
    expect(valueBeforeExpiry(condor, { spot: 3400, timeToExpiryYears: 0.01, volatilities: [0.5] }, "usd")).toBeNaN();
  });
});
