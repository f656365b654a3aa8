import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { black } from "./black";
import { type KnownSurface, knownSurface } from "./surfaceFixture";
import { surfaceDensity, surfaceLaw, surfaceProbabilityBelow } from "./surfaceLaw";
import { surfaceSkew } from "./surfaceSkew";
import { surfaceForward, surfaceVariance } from "./surfaceVariance";
import { atmVolatility, strikeVolatility, surfaceSlope, surfaceVolatility } from "./surfaceVolatility";
import { durrleman } from "./svi";
import type { VolatilitySurface } from "./VolatilitySurface";

const KNOWN: KnownSurface = { volatility: 0.6, rho: -0.4, eta: 0.9 };
const TIMES = [7 / 365, 0.1, 0.5];
const SURFACE = knownSurface(KNOWN, TIMES);
const NOWHERE: VolatilitySurface = { slices: [] };
/** Before, between, on and after the expiries. */
const PROBES = [0.002, 7 / 365, 0.05, 0.1, 0.3, 0.5, 0.9];

function priceOf(
  surface: VolatilitySurface,
  { strike, timeToExpiryYears, isPut }: { strike: number; timeToExpiryYears: number; isPut: boolean },
): number {
  const forward = surfaceForward(surface, timeToExpiryYears);
  const volatility = strikeVolatility(surface, { strike, timeToExpiryYears });
  return black({ forward, strike, timeToExpiryYears, volatility, isPut }).price;
}

/** Arbitrage-free surfaces of one ρ and η with rising total variance. */
const surfaces = fc
  .record({
    volatility: fc.integer({ min: 20, max: 120 }).map((points) => points / 100),
    rho: fc.integer({ min: -80, max: 80 }).map((hundredths) => hundredths / 100),
    eta: fc.integer({ min: 30, max: 110 }).map((hundredths) => hundredths / 100),
  })
  .map((known) => knownSurface(known, TIMES));

describe("volatility", () => {
  test("default: on an expiry its own slice, between them linear in total variance", () => {
    const slice = SURFACE.slices[1];
    if (slice === undefined) return;
    const { a, b, rho, m, sigma } = slice.svi;
    const w = a + b * (rho * (0.1 - m) + Math.sqrt((0.1 - m) ** 2 + sigma ** 2));
    expect(surfaceVolatility(SURFACE, 0.1, 0.1)).toBeCloseTo(Math.sqrt(w / 0.1), 14);
    const [early, late] = [0.1, 0.5].map((years) => surfaceVariance(SURFACE, -0.2, years).w);
    expect(surfaceVariance(SURFACE, -0.2, 0.2).w).toBeCloseTo(0.75 * (early ?? 0) + 0.25 * (late ?? 0), 14);
    expect(atmVolatility(SURFACE, 0.3)).toBeCloseTo(0.6, 12);
  });

  test("behavior: before the first expiry its volatilities, after the last the one at the money and a flatter smile", () => {
    for (const k of [-0.1, 0, 0.1]) {
      expect(surfaceVolatility(SURFACE, k, 0.001)).toBeCloseTo(surfaceVolatility(SURFACE, k, 7 / 365), 12);
      expect(surfaceVolatility(SURFACE, k, 0)).toBeCloseTo(surfaceVolatility(SURFACE, k, 7 / 365), 12);
    }
    expect(atmVolatility(SURFACE, 3)).toBeCloseTo(0.6, 12);
    const [near, far] = [0.5, 3].map((years) => Math.abs(surfaceSkew(SURFACE, years).slope));
    expect(far).toBeCloseTo((near ?? 0) / 6, 10);
  });

  test("behavior: total variance rises in time at every k, and no interpolated smile has a butterfly", () => {
    fc.assert(
      fc.property(
        surfaces,
        fc.integer({ min: -150, max: 150 }).map((hundredths) => hundredths / 100),
        (surface, k) => {
          const along = PROBES.map((years) => surfaceVariance(surface, k, years));
          along.forEach((total, index) => {
            expect(total.w).toBeGreaterThanOrEqual(along[index - 1]?.w ?? 0);
            expect(durrleman(total, k)).toBeGreaterThanOrEqual(0);
          });
        },
      ),
    );
  });

  test("behavior: the forward lies on the line of logarithms between the expiries, and stays beyond them", () => {
    expect(surfaceForward(SURFACE, 0.3)).toBeCloseTo(100 * Math.exp(0.03 * 0.3), 12);
    expect(surfaceForward(SURFACE, 0)).toBe(SURFACE.slices[0]?.forward);
    expect(surfaceForward(SURFACE, 2)).toBe(SURFACE.slices[2]?.forward);
    const strike = 100 * Math.exp(0.03 * 0.3);
    expect(strikeVolatility(SURFACE, { strike, timeToExpiryYears: 0.3 })).toBeCloseTo(0.6, 12);
    expect(strikeVolatility(SURFACE, { strike: 120, forward: 120, timeToExpiryYears: 0.3 })).toBeCloseTo(0.6, 12);
  });

  test("behavior: slopes are those of the volatility", () => {
    for (const timeToExpiryYears of PROBES) {
      for (const strike of [80, 100, 130]) {
        const at = (level: number) => strikeVolatility(SURFACE, { strike: level, timeToExpiryYears });
        const { byStrike, byLogMoneyness } = surfaceSlope(SURFACE, { strike, timeToExpiryYears });
        expect(Math.abs(byStrike - (at(strike + 1e-3) - at(strike - 1e-3)) / 2e-3)).toBeLessThan(1e-8);
        expect(byLogMoneyness).toBeCloseTo(byStrike * strike, 12);
      }
    }
    const limit = surfaceSlope(SURFACE, { strike: 90, forward: 100, timeToExpiryYears: 0 });
    const first = surfaceSlope(SURFACE, { strike: 90, forward: 100, timeToExpiryYears: 7 / 365 });
    expect(limit.byLogMoneyness).toBeCloseTo(first.byLogMoneyness, 12);
  });

  test("behavior: the 25-delta risk reversal is that of the strikes with those deltas", () => {
    const skew = surfaceSkew(SURFACE, 0.1);
    expect(skew.riskReversal).toBeLessThan(0);
    expect(skew.butterfly).toBeGreaterThan(0);
    expect(skew.slope).toBeLessThan(0);
    const forward = surfaceForward(SURFACE, 0.1);
    for (const [isPut, volatility] of [
      [false, skew.callVolatility],
      [true, skew.putVolatility],
    ] as const) {
      const deviation = volatility * Math.sqrt(0.1);
      const d1 = isPut ? 0.6744897501960817 : -0.6744897501960817;
      const strike = forward * Math.exp(0.5 * deviation * deviation - d1 * deviation);
      expect(strikeVolatility(SURFACE, { strike, timeToExpiryYears: 0.1 })).toBeCloseTo(volatility, 10);
      const { delta } = black({ forward, strike, timeToExpiryYears: 0.1, volatility, isPut });
      expect(delta).toBeCloseTo(isPut ? -0.25 : 0.25, 10);
    }
  });
});

describe("prices and law", () => {
  test("behavior: prices fall in the strike and are convex in it", () => {
    fc.assert(
      fc.property(surfaces, fc.integer({ min: 20, max: 400 }), fc.constantFrom(...PROBES), (surface, strike, years) => {
        const [low, middle, high] = [strike, strike * 1.02, strike * 1.04].map((level) =>
          priceOf(surface, { strike: level, timeToExpiryYears: years, isPut: false }),
        );
        expect(middle).toBeLessThanOrEqual((low ?? 0) + 1e-12);
        expect((low ?? 0) - 2 * (middle ?? 0) + (high ?? 0)).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  test("behavior: probability and density are the first two derivatives of the put in its strike", () => {
    for (const timeToExpiryYears of PROBES) {
      for (const strike of [85, 100, 125]) {
        const at = (level: number) => priceOf(SURFACE, { strike: level, timeToExpiryYears, isPut: true });
        const step = 0.02;
        const slope =
          (8 * (at(strike + step) - at(strike - step)) - at(strike + 2 * step) + at(strike - 2 * step)) / (12 * step);
        const bend = (at(strike + step) - 2 * at(strike) + at(strike - step)) / step ** 2;
        expect(Math.abs(surfaceProbabilityBelow(SURFACE, { strike, timeToExpiryYears }) - slope)).toBeLessThan(1e-6);
        const density = surfaceDensity(SURFACE, { strike, timeToExpiryYears });
        expect(Math.abs(density - bend)).toBeLessThan(1e-3 * density + 1e-8);
      }
    }
  });

  test("behavior: the density integrates to 1, its mean is the forward, and the probabilities are its integral", () => {
    fc.assert(
      fc.property(surfaces, fc.constantFrom(...PROBES), (surface, timeToExpiryYears) => {
        const { density, probabilityBelow } = surfaceLaw(surface, { timeToExpiryYears });
        const forward = surfaceForward(surface, timeToExpiryYears);
        const unit = 0.2 * atmVolatility(surface, timeToExpiryYears) * Math.sqrt(timeToExpiryYears);
        let [mass, mean, below] = [0, 0, 0];
        for (let x = -7.99; x < 8; x += 0.02) {
          const price = forward * Math.exp(unit * Math.sinh(x));
          const part = density(price) * price * unit * Math.cosh(x) * 0.02;
          mass += part;
          mean += part * price;
          if (x < 1) below = mass;
        }
        expect(Math.abs(mass - 1)).toBeLessThan(1e-7);
        expect(Math.abs(mean / forward - 1)).toBeLessThan(1e-6);
        expect(Math.abs(probabilityBelow(forward * Math.exp(unit * Math.sinh(1))) - below)).toBeLessThan(1e-4);
      }),
    );
  });

  test("behavior: the law's ends, and a time that is now", () => {
    const { density, probabilityBelow } = surfaceLaw(SURFACE, { timeToExpiryYears: 0.2 });
    expect([0, -1, Number.POSITIVE_INFINITY].map(probabilityBelow)).toEqual([0, 0, 1]);
    expect([0, -1, Number.POSITIVE_INFINITY].map(density)).toEqual([0, 0, 0]);
    expect([probabilityBelow(Number.NaN), density(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
    const now = surfaceLaw(SURFACE, { timeToExpiryYears: 0, forward: 100 });
    expect([99, 100, 101].map(now.probabilityBelow)).toEqual([0, 0, 1]);
    expect(now.density(100)).toBe(0);
  });
});

test("error: outside of the domain, and without slices, NaN", () => {
  for (const years of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(surfaceVolatility(SURFACE, 0, years)).toBeNaN();
    expect(surfaceProbabilityBelow(SURFACE, { strike: 100, timeToExpiryYears: years })).toBeNaN();
    expect(surfaceSlope(SURFACE, { strike: 100, timeToExpiryYears: years }).byStrike).toBeNaN();
    expect(surfaceSkew(SURFACE, years).riskReversal).toBeNaN();
  }
  for (const strike of [0, -1, Number.NaN]) {
    expect(strikeVolatility(SURFACE, { strike, timeToExpiryYears: 0.1 })).toBeNaN();
    expect(surfaceDensity(SURFACE, { strike, timeToExpiryYears: 0.1 })).toBeNaN();
  }
  expect(surfaceVolatility(NOWHERE, 0, 0.1)).toBeNaN();
  expect(surfaceForward(NOWHERE, 0.1)).toBeNaN();
  expect(surfaceDensity(NOWHERE, { strike: 100, forward: 100, timeToExpiryYears: 0.1 })).toBeNaN();
});
