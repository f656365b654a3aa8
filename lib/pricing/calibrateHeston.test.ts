import { describe, expect, test } from "vitest";
import { batesPrices } from "./batesStrip";
import type { VolatilityQuote } from "./Calibration";
import { calibrateBates } from "./calibrateBates";
import { calibrateHeston } from "./calibrateHeston";
import { batesSliceRows } from "./calibrationBates";
import { volatilityResiduals } from "./calibrationResiduals";
import { calibrationSlices } from "./calibrationSlices";
import type { BatesParameters } from "./HestonParameters";
import { lawOf, withoutJumps } from "./hestonFixture";
import { impliedVolatility } from "./impliedVolatility";
import dax from "./vectors/daxChain.json";

/** The DAX chain of 5 July 2002 by the vector's rule. */
function daxQuotes(): readonly VolatilityQuote[] {
  const days = [0, ...dax.days];
  const rates = [dax.zeroRates[0] as number, ...dax.zeroRates];
  const zeroRate = (day: number) => {
    const after = days.findIndex((each) => each >= day);
    const [from, to] = [days[after - 1] as number, days[after] as number];
    const share = (day - from) / (to - from);
    return (1 - share) * (rates[after - 1] as number) + share * (rates[after] as number);
  };
  return dax.days.flatMap((listed, column) => {
    const day = 7 * Math.floor((listed + 3) / 7);
    const timeToExpiryYears = day / 365;
    const forward = dax.spot * Math.exp(zeroRate(day) * timeToExpiryYears);
    return dax.strikes.map((strike, row) => {
      const volatility = dax.volatilities[row]?.[column] as number;
      return { forward, strike, timeToExpiryYears, volatility };
    });
  });
}

/** A chain that a law would make: five expiries, nine strikes each. */
function chainOf(law: BatesParameters): readonly VolatilityQuote[] {
  return [7, 28, 91, 182, 365].flatMap((day) => {
    const timeToExpiryYears = day / 365;
    const forward = 3500 * (1 + 0.03 * timeToExpiryYears);
    const reach = Math.sqrt(law.initialVariance * timeToExpiryYears);
    const strikes = Array.from({ length: 9 }, (_, index) => forward * Math.exp(reach * (index / 2 - 2)));
    const prices = batesPrices(law, {
      forward,
      timeToExpiryYears,
      strikes,
      isPut: strikes.map((strike) => strike < forward),
    });
    return strikes.map((strike, index) => {
      const price = prices[index] as number;
      const implied = impliedVolatility({ price, forward, strike, timeToExpiryYears, isPut: strike < forward });
      return { forward, strike, timeToExpiryYears, volatility: implied.ok ? implied.volatility : Number.NaN };
    });
  });
}

const LAW = lawOf({ v0: 0.42, kappa: 2.4, theta: 0.55, sigma: 1.3, rho: -0.35, lambda: 0.8, nu: -0.15, delta: 0.25 });

describe("DAX, 104 quotes", () => {
  test("default: Heston's least squares are those that were published", () => {
    const found = calibrateHeston(daxQuotes());
    if (!found.ok) throw new Error(found.reason);
    expect(found.sse).toBeCloseTo(177.23315, 4);
    expect(Math.abs(found.sse - dax.sse.heston.published)).toBeLessThan(0.1);
    expect(found.sse).toBeLessThanOrEqual(dax.sse.heston.quantlib);
    expect(found.rmsVolatility).toBeCloseTo(Math.sqrt(found.sse / 104) / 100, 12);
    expect(found.worstVolatility).toBeGreaterThan(found.rmsVolatility);
    expect(found.activeBounds).toEqual([]);
    expect(found.parameters.meanReversion).toBeCloseTo(15.6626, 3);
    expect(found.parameters.volatilityOfVariance).toBeCloseTo(3.36191, 4);
  });

  test("default: Bates's are less than QuantLib's, and within the published ones' tolerance", () => {
    const found = calibrateBates(daxQuotes());
    if (!found.ok) throw new Error(found.reason);
    expect(found.sse).toBeCloseTo(38.83167, 4);
    expect(found.sse).toBeLessThanOrEqual(dax.sse.bates.quantlib);
    expect(Math.abs(found.sse - dax.sse.bates.published)).toBeLessThan(dax.sse.bates.publishedTolerance);
  });
});

describe("recovery", () => {
  test("behavior: a chain made by a law gives the law back", () => {
    const heston = withoutJumps(LAW);
    const found = calibrateHeston(chainOf(heston));
    if (!found.ok) throw new Error(found.reason);
    for (const [name, value] of Object.entries(found.parameters))
      expect(Math.abs(value / heston[name as keyof BatesParameters] - 1), name).toBeLessThan(1e-5);
    expect(found.worstVolatility).toBeLessThan(1e-7);
  });

  test("behavior: with jumps too", () => {
    const found = calibrateBates(chainOf(LAW));
    if (!found.ok) throw new Error(found.reason);
    for (const [name, value] of Object.entries(found.parameters))
      expect(Math.abs(value / LAW[name as keyof BatesParameters] - 1), name).toBeLessThan(1e-3);
    expect(found.worstVolatility).toBeLessThan(1e-6);
  });

  test("behavior: a weight of 0 takes a quote out of the fit and out of its error", () => {
    const quotes = chainOf(withoutJumps(LAW));
    const [first, ...rest] = quotes as [VolatilityQuote, ...VolatilityQuote[]];
    const found = calibrateHeston([{ ...first, volatility: 3, weight: 0 }, ...rest]);
    if (!found.ok) throw new Error(found.reason);
    expect(found.worstVolatility).toBeLessThan(1e-7);
  });

  test("behavior: a correlation of 1 is beyond the box, and the bound it stops at is named", () => {
    const found = calibrateHeston(chainOf({ ...withoutJumps(LAW), correlation: 1, volatilityOfVariance: 0.8 }));
    if (!found.ok) throw new Error(found.reason);
    expect(found.activeBounds).toEqual(["correlation"]);
    expect(found.parameters.correlation).toBe(0.999);
  });
});

describe("gradient", () => {
  test("behavior: the derivatives are the differences of the volatilities, of fourth order, in all eight parameters", () => {
    const slices = calibrationSlices(chainOf(LAW)) ?? [];
    const names = Object.keys(LAW);
    const box = { lower: [], upper: [], starts: () => [] };
    const residuals = volatilityResiduals({ ...box, names, sliceRows: batesSliceRows }, slices);
    const at = Float64Array.from([0.5, 2, 0.4, 1.1, -0.5, 1.2, -0.1, 0.2]);
    const out = new Float64Array(45);
    const jacobian = new Float64Array(45 * 8);
    residuals(at, out, jacobian);
    at.forEach((value, column) => {
      const step = 1e-3 * Math.abs(value);
      const moved = [2, 1, -1, -2].map((multiple) => {
        const errors = new Float64Array(45);
        residuals(
          at.map((each, index) => (index === column ? each + multiple * step : each)),
          errors,
          null,
        );
        return errors;
      });
      for (let row = 0; row < 45; row += 1) {
        const [far, near, nearDown, farDown] = moved.map((errors) => errors[row] as number) as [
          number,
          number,
          number,
          number,
        ];
        const slope = (8 * (near - nearDown) - (far - farDown)) / (12 * step);
        expect(Math.abs(slope - (jacobian[row * 8 + column] as number)), names[column]).toBeLessThan(2e-5);
      }
    });
  });
});

describe("refusals", () => {
  const quotes = chainOf(withoutJumps(LAW));

  test("error: fewer quotes than parameters", () => {
    expect(calibrateHeston(quotes.slice(0, 4))).toEqual({ ok: false, reason: "tooFewQuotes" });
    expect(calibrateBates(quotes.slice(0, 7))).toEqual({ ok: false, reason: "tooFewQuotes" });
    expect(calibrateHeston([])).toEqual({ ok: false, reason: "tooFewQuotes" });
  });

  test("error: a quote that is none", () => {
    for (const change of [{ volatility: 0 }, { strike: Number.NaN }, { weight: -1 }, { timeToExpiryYears: 0 }]) {
      const [first, ...rest] = quotes as [VolatilityQuote, ...VolatilityQuote[]];
      expect(calibrateHeston([{ ...first, ...change }, ...rest])).toEqual({ ok: false, reason: "notANumber" });
    }
  });
});
