import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sviDerivatives, sviDurrleman, sviTotalVariance } from "./svi";
import { sviButterfly } from "./sviButterfly";
import { sviFromJumpWings, sviToJumpWings } from "./sviJumpWings";
import vectors from "./vectors/svi.json";

const SLICE = { a: 0.012, b: 0.09, rho: -0.15, m: 0.02, sigma: 0.18 };

/** Relative, with a floor of a thousandth. */
function expectNear(actual: number, expected: number | string, tolerance = 1e-12): void {
  const target = Number(expected);
  const room = tolerance * Math.max(1e-3, Math.abs(target));
  expect(Math.abs(actual - target), `${actual} for ${target}`).toBeLessThanOrEqual(room);
}

test.each(vectors.points)("default: w and g of $case at $k", ({ params, k, w, g }) => {
  expectNear(sviTotalVariance(params, k), w);
  expectNear(sviDurrleman(params, k), g);
});

test.each(vectors.cases)(
  "default: $case in jump wings, and its least g",
  ({ params, T, jw, gMinimum, kAtMinimum, gRoots }) => {
    const wings = sviToJumpWings(params, T);
    expectNear(wings.variance, jw.v);
    expectNear(wings.skew, jw.psi);
    expectNear(wings.leftSlope, jw.p);
    expectNear(wings.rightSlope, jw.c);
    expectNear(wings.minimumVariance, jw.vt);
    const { least, place, roots } = sviButterfly(params, { from: -3, to: 3 });
    expectNear(least, gMinimum);
    if (params.b > 0) expectNear(place, kAtMinimum, 1e-9);
    expect(roots.length).toBe(gRoots.length);
    roots.forEach((root, index) => {
      expectNear(root, gRoots[index] ?? "", 1e-11);
    });
  },
);

test.each(vectors.published)("default: published jump wings to their seven digits", ({ params, jw }) => {
  const wings = sviToJumpWings(params, 1);
  expectNear(wings.variance, jw.v, 5e-7);
  expectNear(wings.skew, jw.psi, 5e-7);
  expectNear(wings.leftSlope, jw.p, 5e-7);
  expectNear(wings.rightSlope, jw.c, 5e-7);
  expectNear(wings.minimumVariance, jw.vt, 5e-7);
});

describe("jump wings", () => {
  test("default: Gatheral and Jacquier's repair of Vogt's slice, from its jump wings", () => {
    const repaired = {
      variance: 0.01742625,
      skew: -0.1752111,
      leftSlope: 0.6997381,
      rightSlope: 0.8564763,
      minimumVariance: 0.0116249,
    };
    const expected = vectors.cases.find((row) => row.case === "repair_optimal")?.params;
    const svi = sviFromJumpWings(repaired, 1);
    expectNear(svi.a, expected?.a ?? Number.NaN);
    expectNear(svi.b, expected?.b ?? Number.NaN);
    expectNear(svi.rho, expected?.rho ?? Number.NaN);
    expectNear(svi.m, expected?.m ?? Number.NaN);
    expectNear(svi.sigma, expected?.sigma ?? Number.NaN);
  });

  test("behavior: there and back is the same slice", () => {
    const slices = fc.record({
      a: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
      b: fc.double({ min: 0.01, max: 1, noNaN: true }),
      rho: fc.double({ min: -0.95, max: 0.95, noNaN: true }),
      m: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      sigma: fc.double({ min: 0.05, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(slices, fc.double({ min: 0.01, max: 2, noNaN: true }), (svi, years) => {
        const wings = sviToJumpWings(svi, years);
        fc.pre(Math.abs(wings.skew) > 0.01);
        const back = sviFromJumpWings(wings, years);
        for (const k of [-1, -0.2, 0, 0.3, 2]) expectNear(sviTotalVariance(back, k), sviTotalVariance(svi, k), 1e-7);
      }),
    );
  });

  test("behavior: without slopes the flat slice, with no skew no curvature can be told", () => {
    const flat = { variance: 0.04, skew: 0, leftSlope: 0, rightSlope: 0, minimumVariance: 0.04 };
    expect(sviTotalVariance(sviFromJumpWings(flat, 2), 0.7)).toBe(0.08);
    expect(sviFromJumpWings({ ...flat, leftSlope: 0.5, rightSlope: 0.5 }, 1).sigma).toBeNaN();
  });
});

describe("derivatives", () => {
  test("behavior: slope and curvature are those of w, and g is the density over the normal one", () => {
    for (const k of [-1.3, -0.2, 0.02, 0.4, 2]) {
      const { slope, curvature } = sviDerivatives(SLICE, k);
      const step = 1e-4;
      const [low, middle, high] = [k - step, k, k + step].map((at) => sviTotalVariance(SLICE, at));
      expect(Math.abs(slope - ((high ?? 0) - (low ?? 0)) / (2 * step))).toBeLessThan(1e-8);
      expect(Math.abs(curvature - ((high ?? 0) - 2 * (middle ?? 0) + (low ?? 0)) / step ** 2)).toBeLessThan(1e-6);
    }
  });

  test("behavior: Vogt's slice is free of arbitrage but between 0.642 and 1.257", () => {
    const vogt = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };
    const { least, roots } = sviButterfly(vogt, { from: -3, to: 3 });
    expect(least).toBeLessThan(0);
    expect(roots.map((root) => root.toFixed(3))).toEqual(["0.642", "1.257"]);
  });

  test("error: no slice, no number", () => {
    for (const change of [
      { b: -0.1 },
      { sigma: 0 },
      { rho: 1.1 },
      { a: Number.NaN },
      { m: Number.POSITIVE_INFINITY },
    ]) {
      expect(sviTotalVariance({ ...SLICE, ...change }, 0.1)).toBeNaN();
      expect(sviDurrleman({ ...SLICE, ...change }, 0.1)).toBeNaN();
    }
    expect(sviDurrleman({ ...SLICE, a: -1 }, 0.1)).toBeNaN();
  });
});
