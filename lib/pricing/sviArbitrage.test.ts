import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sviDurrleman, sviTotalVariance } from "./svi";
import { butterflyPlaces, calendarPlaces } from "./sviArbitrage";
import { readWings, wingsDurrleman, wingsVariance, writeWings } from "./sviWings";

/** Thousandths, so that no case is one of the smallest doubles. */
const between = (low: number, high: number) =>
  fc.integer({ min: Math.round(low * 1000), max: Math.round(high * 1000) }).map((thousandths) => thousandths / 1000);

const slices = fc.record({
  a: between(-0.02, 0.1),
  b: between(0, 1.2),
  rho: between(-0.99, 0.99),
  m: between(-0.5, 0.5),
  sigma: between(0.01, 1),
});

/** k from −30 to 30, dense at the money. */
const SCAN = Array.from({ length: 601 }, (_, index) => ((index - 300) / 100) ** 3 * (10 / 9));

describe("certificates against a scan", () => {
  test("behavior: what the butterfly certificate passes no scan refutes, and what it reports is there", () => {
    fc.assert(
      fc.property(slices, (svi) => {
        const places = butterflyPlaces(svi);
        if (places.length === 0)
          expect(Math.min(...SCAN.map((k) => minimumOr(sviDurrleman(svi, k))))).toBeGreaterThan(-1e-12);
        else expect(Math.min(...places.map((k) => minimumOr(sviDurrleman(svi, k))))).toBeLessThan(1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test("behavior: the calendar certificate likewise", () => {
    fc.assert(
      fc.property(slices, slices, (earlier, later) => {
        const difference = (k: number) => sviTotalVariance(later, k) - sviTotalVariance(earlier, k);
        const places = calendarPlaces(earlier, later);
        if (places.length === 0) expect(Math.min(...SCAN.map(difference))).toBeGreaterThan(-1e-12);
        else expect(Math.min(...places.map(difference))).toBeLessThan(1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test("default: Vogt's slice offends between 0.642 and 1.257 and nowhere else; its repair does not", () => {
    const vogt = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };
    const places = butterflyPlaces(vogt);
    expect(places.length).toBeGreaterThan(0);
    for (const k of places) expect(k > 0.642 && k < 1.2571).toBe(true);
    expect(
      butterflyPlaces({
        a: -0.03051991103191102,
        b: 0.1027167817813802,
        rho: 0.1007176132029109,
        m: 0.2723441929253751,
        sigma: 0.4123981469110892,
      }),
    ).toEqual([]);
  });

  test("behavior: wings steeper than 2, a variance below 0 and crossings far out are found", () => {
    const slice = { a: 0.04, b: 1.5, rho: 0.4, m: 0, sigma: 0.3 };
    expect(butterflyPlaces(slice).length).toBeGreaterThan(0);
    expect(butterflyPlaces({ a: -0.1, b: 0.1, rho: 0, m: 0.1, sigma: 0.5 })).toEqual([0.1]);
    const flat = { a: 0.04, b: 0.1, rho: 0, m: 0, sigma: 0.2 };
    expect(calendarPlaces(flat, { ...flat, a: 0.05 })).toEqual([]);
    const far = calendarPlaces(flat, { ...flat, a: 0.05, b: 0.0999 });
    expect(far.length).toBeGreaterThan(0);
    for (const k of far) expect(Math.abs(k)).toBeGreaterThan(50);
  });
});

function minimumOr(g: number): number {
  return Number.isNaN(g) ? Number.NEGATIVE_INFINITY : g;
}

test("behavior: the wings' numbers give back the slice, and their gradients are those of w and g", () => {
  fc.assert(
    fc.property(slices, between(-2, 2), (svi, k) => {
      const wings = new Float64Array(10);
      writeWings(svi, wings, 5);
      const back = readWings(wings, 5);
      expect(Math.abs(sviTotalVariance(back, k) - sviTotalVariance(svi, k))).toBeLessThan(1e-12);
      fc.pre(sviTotalVariance(svi, k) > 0.01 && svi.sigma > 0.1);
      for (const value of [wingsVariance, wingsDurrleman]) {
        const jacobian = new Float64Array(10);
        value(wings, 5, { k, gradient: { jacobian, at: 5, factor: 2 } });
        for (let index = 5; index < 10; index += 1) {
          const at = (by: number) => value(wings.with(index, (wings[index] ?? 0) + by), 5, { k, gradient: null });
          const difference = (8 * (at(1e-4) - at(-1e-4)) - (at(2e-4) - at(-2e-4))) / (12 * 1e-4);
          expect(Math.abs((jacobian[index] ?? 0) / 2 - difference)).toBeLessThan(1e-5 * (1 + Math.abs(difference)));
        }
      }
    }),
    { numRuns: 200 },
  );
});
