import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream } from "@/lib/math/randomStream";
import { sliceFit } from "./fitQuality";
import { fitSviSlice } from "./fitSviSlice";
import { sviDurrleman, sviTotalVariance } from "./svi";
import { butterflyPlaces } from "./sviArbitrage";
import type { RawSvi } from "./VolatilitySurface";
import vectors from "./vectors/svi.json";

const YEARS = 0.25;
const KNOWN = { a: 0.012, b: 0.09, rho: -0.35, m: 0.02, sigma: 0.18 };

function quotesOf(svi: RawSvi, ks: readonly number[], timeToExpiryYears = YEARS) {
  return ks.map((k) => ({ k, volatility: Math.sqrt(sviTotalVariance(svi, k) / timeToExpiryYears) }));
}

function evenly(count: number, from: number, to: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

function fitted(quotes: Parameters<typeof fitSviSlice>[0], timeToExpiryYears = YEARS): RawSvi {
  const result = fitSviSlice(quotes, timeToExpiryYears);
  if (!result.ok) throw new Error(result.reason);
  return result.svi;
}

/** Slices without arbitrage, in SSVI's parameters. */
const known = fc
  .record({
    theta: fc.integer({ min: 5, max: 500 }).map((thousandths) => thousandths / 1000),
    rho: fc.integer({ min: -80, max: 80 }).map((hundredths) => hundredths / 100),
    eta: fc.integer({ min: 30, max: 140 }).map((hundredths) => hundredths / 100),
  })
  .map(({ theta, rho, eta }) => {
    const phi = eta / Math.sqrt(theta);
    const rest = 1 - rho * rho;
    const svi = { a: 0.5 * theta * rest, b: 0.5 * theta * phi, rho, m: -rho / phi, sigma: Math.sqrt(rest) / phi };
    return { theta, svi };
  });

describe("exact quotes", () => {
  test("default: a known slice comes back", () => {
    const svi = fitted(quotesOf(KNOWN, evenly(15, -0.6, 0.5)));
    for (const key of ["a", "b", "rho", "m", "sigma"] as const) expect(svi[key]).toBeCloseTo(KNOWN[key], 6);
  });

  test("behavior: any slice without arbitrage comes back, between the quotes and in the wings", () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 7, max: 25 }), ({ theta, svi }, count) => {
        const width = 2.5 * Math.sqrt(theta);
        const back = fitted(quotesOf(svi, evenly(count, -width, width)));
        for (const share of [-3, -1, -0.31, 0.17, 1, 3]) {
          const w = sviTotalVariance(svi, share * width);
          expect(Math.abs(sviTotalVariance(back, share * width) - w)).toBeLessThan(1e-4 * w);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("noise and few quotes", () => {
  test("behavior: whatever the quotes, g ≥ 0 at every k", () => {
    const cases = fc.record({
      slice: known,
      count: fc.integer({ min: 1, max: 30 }),
      noise: fc.integer({ min: 0, max: 30 }).map((points) => points / 100),
      seed: fc.nat(1e6),
    });
    fc.assert(
      fc.property(cases, ({ slice: { theta, svi }, count, noise, seed }) => {
        const { uniform, normal } = randomStream({ seed });
        const quotes = Array.from({ length: count }, () => {
          const k = 2.5 * Math.sqrt(theta) * (2 * uniform() - 1);
          return { k, volatility: Math.max(0.02, Math.sqrt(sviTotalVariance(svi, k) / YEARS) + noise * normal()) };
        });
        const result = fitSviSlice(quotes, YEARS);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        expect(butterflyPlaces(result.svi)).toEqual([]);
        const scan = evenly(301, -3, 3).map((x) => sviDurrleman(result.svi, x ** 3));
        expect(Math.min(...scan)).toBeGreaterThanOrEqual(0);
        expect(result.fit.quotes).toBe(count);
        expect(result.fit.worstVolatility).toBeGreaterThanOrEqual(result.fit.rmsVolatility * (1 - 1e-12));
      }),
      { numRuns: 60 },
    );
  });

  test("behavior: quotes of Vogt's slice, which allows arbitrage, are met nearer than by its published repair", () => {
    const vogt = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };
    const quotes = quotesOf(vogt, evenly(25, -1.2, 1.2), 1).map((quote) => ({ ...quote, weight: 1 }));
    const result = fitSviSlice(quotes, 1);
    expect(result.ok && butterflyPlaces(result.svi)).toEqual([]);
    const repair = vectors.cases.find((row) => row.case === "repair_optimal")?.params ?? vogt;
    expect(result.ok && result.fit.rmsVolatility).toBeLessThan(0.3 * sliceFit(repair, quotes, 1).rmsVolatility);
    expect(result.ok && result.fit.rmsVolatility).toBeCloseTo(0.0055, 4);
  });

  test("behavior: one quote gives a plain smile through it, two a lean, three a bend", () => {
    const one = fitted([{ k: 0.1, volatility: 0.6 }]);
    expect(Math.sqrt(sviTotalVariance(one, 0.1) / YEARS)).toBeCloseTo(0.6, 3);
    const two = fitted([
      { k: -0.2, volatility: 0.7 },
      { k: 0.2, volatility: 0.6 },
    ]);
    expect(Math.sqrt(sviTotalVariance(two, -0.2) / YEARS)).toBeCloseTo(0.7, 2);
    expect(Math.sqrt(sviTotalVariance(two, 0.2) / YEARS)).toBeCloseTo(0.6, 2);
    const three = fitted(quotesOf(KNOWN, [-0.2, 0, 0.2]));
    for (const k of [-0.2, 0, 0.2]) {
      expect(Math.sqrt(sviTotalVariance(three, k) / YEARS)).toBeCloseTo(
        Math.sqrt(sviTotalVariance(KNOWN, k) / YEARS),
        2,
      );
    }
  });

  test("behavior: a quote of weight 0 counts for nothing, a heavy one draws the slice", () => {
    const quotes = quotesOf(KNOWN, evenly(12, -0.5, 0.5));
    const [first, ...rest] = quotes.map((quote) => ({ ...quote, weight: 1 }));
    const wrong = { k: 0.2, volatility: 0.9 };
    const without = fitted([...rest, { ...wrong, weight: 0 }]);
    expect(Math.abs(sviTotalVariance(without, first?.k ?? 0) - sviTotalVariance(KNOWN, first?.k ?? 0))).toBeLessThan(
      1e-6,
    );
    const drawn = fitted([...rest, { ...wrong, weight: 1e6 }]);
    expect(Math.sqrt(sviTotalVariance(drawn, 0.2) / YEARS)).toBeCloseTo(0.9, 2);
  });

  test("error: nothing to fit, or no numbers", () => {
    const quotes = quotesOf(KNOWN, evenly(9, -0.5, 0.5));
    expect(fitSviSlice([], YEARS)).toEqual({ ok: false, reason: "noQuotes" });
    const refused = { ok: false, reason: "notANumber" };
    for (const years of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(fitSviSlice(quotes, years)).toEqual(refused);
    for (const bad of [
      { k: Number.NaN, volatility: 0.5 },
      { k: 0, volatility: 0 },
      { k: 0, volatility: Number.POSITIVE_INFINITY },
      { k: 0, volatility: 0.5, weight: -1 },
    ]) {
      expect(fitSviSlice([...quotes, bad], YEARS)).toEqual(refused);
    }
    expect(fitSviSlice([{ k: 0, volatility: 0.5, weight: 0 }], YEARS)).toEqual(refused);
  });
});
