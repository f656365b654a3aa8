import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitSurface, type SurfaceExpiry } from "./fitSurface";
import { surfaceArbitrage } from "./surfaceArbitrage";
import { type KnownSurface, knownSlice, randomChain } from "./surfaceFixture";
import { surfaceVariance } from "./surfaceVariance";
import { durrleman, sviDurrleman, sviTotalVariance } from "./svi";
import type { VolatilitySurface } from "./VolatilitySurface";

const KNOWN: KnownSurface = { volatility: 0.6, rho: -0.3, eta: 0.9 };
const TIMES = [2 / 365, 7 / 365, 30 / 365, 0.25, 0.5, 1];

/** Quotes at every half deviation up to `reach` of them. */
function chainOf(known: KnownSurface, times: readonly number[] = TIMES, reach = 2.5): SurfaceExpiry[] {
  return times.map((timeToExpiryYears) => {
    const svi = knownSlice(known, timeToExpiryYears);
    const forward = 100 * Math.exp(0.03 * timeToExpiryYears);
    const deviation = known.volatility * Math.sqrt(timeToExpiryYears);
    const quotes = Array.from({ length: 4 * reach + 1 }, (_, index) => {
      const k = deviation * (0.5 * index - reach);
      return { strike: forward * Math.exp(k), volatility: Math.sqrt(sviTotalVariance(svi, k) / timeToExpiryYears) };
    });
    return { timeToExpiryYears, forward, quotes };
  });
}

function surfaceOf(slices: readonly SurfaceExpiry[]): VolatilitySurface {
  const result = fitSurface({ slices });
  if (!result.ok) throw new Error(result.reason);
  return result.surface;
}

/** k from −16 to 16, dense at the money. */
const SCAN = Array.from({ length: 401 }, (_, index) => ((index - 200) / 80) ** 3);

describe("a known surface", () => {
  test("default: exact quotes give it back", () => {
    const result = fitSurface({ slices: chainOf(KNOWN) });
    expect(result.ok && result.fit.quotes).toBe(66);
    expect(result.ok && result.fit.worstVolatility).toBeLessThan(1e-6);
    expect(result.ok && surfaceArbitrage(result.surface)).toEqual([]);
    if (!result.ok) return;
    result.surface.slices.forEach(({ svi, timeToExpiryYears, forward }) => {
      expect(forward).toBe(100 * Math.exp(0.03 * timeToExpiryYears));
      const known = knownSlice(KNOWN, timeToExpiryYears);
      expect(svi.rho).toBeCloseTo(known.rho, 4);
      expect(svi.b / known.b).toBeCloseTo(1, 4);
      expect(svi.sigma / known.sigma).toBeCloseTo(1, 4);
    });
  });

  test("behavior: the order of expiries and quotes does not matter", () => {
    const chain = chainOf(KNOWN);
    const turned = chain.toReversed().map((expiry) => ({ ...expiry, quotes: expiry.quotes.toReversed() }));
    const [straight, reversed] = [surfaceOf(chain), surfaceOf(turned)];
    straight.slices.forEach(({ svi, timeToExpiryYears }, index) => {
      const other = reversed.slices[index];
      expect(other?.timeToExpiryYears).toBe(timeToExpiryYears);
      expect(sviTotalVariance(other?.svi ?? svi, 0.2) / sviTotalVariance(svi, 0.2)).toBeCloseTo(1, 6);
    });
  });

  test("behavior: an expiry of one or two quotes has the shape of its neighbour", () => {
    const chain = chainOf(KNOWN);
    const thin = chain.map((expiry, index) =>
      index === 3 ? { ...expiry, quotes: expiry.quotes.slice(5, 6) } : expiry,
    );
    const slice = surfaceOf(thin).slices[3];
    const known = knownSlice(KNOWN, 0.25);
    expect(slice?.fit.quotes).toBe(1);
    for (const k of [-0.5, -0.2, 0, 0.2, 0.5]) {
      const [found, expected] = [sviTotalVariance(slice?.svi ?? known, k), sviTotalVariance(known, k)];
      expect(Math.abs(Math.sqrt(found / 0.25) - Math.sqrt(expected / 0.25))).toBeLessThan(0.01);
    }
  });
});

describe("arbitrage", () => {
  test("behavior: whatever the chain, none in any slice, between slices, or where it is interpolated", () => {
    const chains = fc.record({
      seed: fc.nat(1e9),
      expiries: fc.integer({ min: 1, max: 8 }),
      noise: fc.constantFrom(0.003, 0.02, 0.1, 0.3),
    });
    fc.assert(
      fc.property(chains, ({ seed, ...shape }) => {
        const surface = surfaceOf(randomChain(seed, shape));
        expect(surfaceArbitrage(surface)).toEqual([]);
        expect(surface.slices.length).toBe(shape.expiries);
        surface.slices.forEach(({ svi, timeToExpiryYears }, index) => {
          const earlier = surface.slices[index - 1];
          expect(Math.min(...SCAN.map((k) => sviDurrleman(svi, k)))).toBeGreaterThanOrEqual(0);
          if (earlier === undefined) return;
          const rise = SCAN.map((k) => sviTotalVariance(svi, k) / sviTotalVariance(earlier.svi, k) - 1);
          expect(Math.min(...rise)).toBeGreaterThanOrEqual(0);
          const between = 0.5 * (timeToExpiryYears + earlier.timeToExpiryYears);
          const g = SCAN.map((k) => durrleman(surfaceVariance(surface, k, between), k));
          expect(Math.min(...g)).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("behavior: two expiries that contradict each other both give way", () => {
    const [early, late] = chainOf(KNOWN, [0.1, 0.11]);
    const dear = early?.quotes.map((quote) => ({ ...quote, volatility: quote.volatility + 0.1 })) ?? [];
    const contradiction = [{ ...early, quotes: dear }, late] as SurfaceExpiry[];
    const surface = surfaceOf(contradiction);
    expect(surfaceArbitrage(surface)).toEqual([]);
    for (const { fit } of surface.slices) {
      expect(fit.rmsVolatility).toBeGreaterThan(0.02);
      expect(fit.rmsVolatility).toBeLessThan(0.06);
    }
  });

  test("behavior: wings that would cross far beyond the quotes are held apart", () => {
    const [early] = chainOf({ ...KNOWN, eta: 1.3 }, [0.1]);
    const [late] = chainOf({ ...KNOWN, eta: 0.5 }, [0.14], 1);
    const surface = surfaceOf([early, late] as SurfaceExpiry[]);
    expect(surfaceArbitrage(surface)).toEqual([]);
    const [first, second] = surface.slices.map(({ svi }) => svi);
    expect((second?.b ?? 0) * (1 + (second?.rho ?? 0))).toBeGreaterThanOrEqual(
      (first?.b ?? 1) * (1 + (first?.rho ?? 0)),
    );
    for (const k of [-1e4, 1e4]) {
      expect(second === undefined || sviTotalVariance(second, k)).toBeGreaterThan(
        first === undefined ? 0 : sviTotalVariance(first, k),
      );
    }
  });

  test("default: violations are told with their place and size", () => {
    const surface = surfaceOf(chainOf(KNOWN, [0.25, 0.5]));
    const [first, second] = surface.slices;
    if (first === undefined || second === undefined) return;
    const swapped = {
      slices: [
        { ...second, timeToExpiryYears: 0.25 },
        { ...first, timeToExpiryYears: 0.5 },
      ],
    };
    const calendar = surfaceArbitrage(swapped);
    expect(calendar.length).toBeGreaterThan(0);
    for (const { kind, timeToExpiryYears, k, amount } of calendar) {
      expect(kind).toBe("calendar");
      expect(timeToExpiryYears).toBe(0.5);
      const [before, after] = [sviTotalVariance(second.svi, k), sviTotalVariance(first.svi, k)];
      expect(amount).toBeCloseTo((before - after) / before, 12);
    }
    const vogt = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };
    const [butterfly, ...others] = surfaceArbitrage({ slices: [{ ...first, svi: vogt }] });
    expect(others).toEqual([]);
    expect(butterfly).toMatchObject({ kind: "butterfly", timeToExpiryYears: 0.25 });
    expect(butterfly?.amount).toBeCloseTo(-sviDurrleman(vogt, butterfly?.k ?? 0), 12);
    const below = surfaceArbitrage({ slices: [{ ...first, svi: { ...vogt, a: -1 } }] });
    expect(below[0]?.amount).toBe(Number.POSITIVE_INFINITY);
  });
});

test("error: nothing to fit, an expiry without quotes, two of one time, no numbers", () => {
  const [first, second] = chainOf(KNOWN, [0.25, 0.5]) as [SurfaceExpiry, SurfaceExpiry];
  expect(fitSurface({ slices: [] })).toEqual({ ok: false, reason: "noExpiries" });
  expect(fitSurface({ slices: [first, { ...second, quotes: [] }] })).toEqual({ ok: false, reason: "noQuotes" });
  expect(fitSurface({ slices: [first, { ...second, timeToExpiryYears: 0.25 }] })).toEqual({
    ok: false,
    reason: "sameExpiry",
  });
  const refused = { ok: false, reason: "notANumber" };
  for (const change of [
    { timeToExpiryYears: 0 },
    { timeToExpiryYears: Number.NaN },
    { forward: 0 },
    { forward: Number.NaN },
  ]) {
    expect(fitSurface({ slices: [{ ...first, ...change }] })).toEqual(refused);
  }
  for (const quote of [
    { strike: 0, volatility: 0.5 },
    { strike: 100, volatility: -0.5 },
  ]) {
    expect(fitSurface({ slices: [{ ...first, quotes: [...first.quotes, quote] }] })).toEqual(refused);
  }
});
