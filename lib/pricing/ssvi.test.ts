import fc from "fast-check";
import { expect, test } from "vitest";
import { type SsviCurvature, ssviButterfly, ssviIsCalendarFree, ssviPhi, ssviToRaw, ssviTotalVariance } from "./ssvi";
import { sviDurrleman, sviTotalVariance } from "./svi";
import { butterflyPlaces, calendarPlaces } from "./sviArbitrage";
import vectors from "./vectors/svi.json";

function expectRelative(actual: number, expected: number | string, tolerance: number): void {
  expect(Math.abs(actual / Number(expected) - 1), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
}

test.each(vectors.ssvi)("default: θ = $theta, ρ = $rho, η = $eta, γ = $gamma", (row) => {
  const phi = ssviPhi({ name: "boundedPowerLaw", eta: row.eta, gamma: row.gamma }, row.theta);
  expectRelative(phi, row.phi, 1e-14);
  const slice = { theta: row.theta, rho: row.rho, phi };
  const { tail, centre, isFree } = ssviButterfly(slice);
  expectRelative(tail, row.tail, 1e-14);
  expectRelative(centre, row.centre, 1e-14);
  expect(isFree).toBe(true);
  for (const { k, value } of row.w) {
    expectRelative(ssviTotalVariance(slice, k), value, 1e-13);
    expectRelative(sviTotalVariance(ssviToRaw(slice), k), value, 1e-13);
  }
  expectRelative(sviDurrleman(ssviToRaw(slice), -3), row.gAtMinus3, 1e-11);
});

test("behavior: the Heston-like φ is the same by series and in closed form, and falls from ½ to 0 in λθ", () => {
  const phi = (x: number) => ssviPhi({ name: "hestonLike", lambda: x }, 1);
  expectRelative(phi(1 - 1e-12), phi(1 + 1e-12), 1e-11);
  expectRelative(phi(1e-9), 0.5, 1e-9);
  expectRelative(phi(1), Math.exp(-1), 1e-15);
  expectRelative(phi(50), 49 / 2500, 1e-15);
  expect(phi(0)).toBeNaN();
  expect(ssviPhi({ name: "powerLaw", eta: 1, gamma: 0.5 }, -1)).toBeNaN();
  expect(ssviTotalVariance({ theta: 0.1, rho: 1, phi: 1 }, 0)).toBeNaN();
});

const curvatures: fc.Arbitrary<SsviCurvature> = fc.oneof(
  fc.record({
    name: fc.constant("powerLaw" as const),
    eta: fc.double({ min: 0.2, max: 2, noNaN: true }),
    gamma: fc.double({ min: -0.5, max: 1.2, noNaN: true }),
  }),
  fc.record({
    name: fc.constant("boundedPowerLaw" as const),
    eta: fc.double({ min: 0.2, max: 2, noNaN: true }),
    gamma: fc.double({ min: -0.5, max: 1.2, noNaN: true }),
  }),
  fc.record({ name: fc.constant("hestonLike" as const), lambda: fc.double({ min: 0.3, max: 40, noNaN: true }) }),
);
const rhos = fc.double({ min: -0.95, max: 0.95, noNaN: true });
const thetas = fc.double({ min: 0.005, max: 1, noNaN: true });

test("behavior: the conditions of theorem 4.2 leave no butterfly at any k", () => {
  fc.assert(
    fc.property(curvatures, rhos, thetas, (curvature, rho, theta) => {
      const slice = { theta, rho, phi: ssviPhi(curvature, theta) };
      fc.pre(ssviButterfly(slice).isFree);
      expect(butterflyPlaces(ssviToRaw(slice), -1e-12)).toEqual([]);
    }),
  );
});

test("behavior: the condition of theorem 4.1 is the one that the certificate of raw slices finds", () => {
  fc.assert(
    fc.property(curvatures, rhos, thetas, (curvature, rho, theta) => {
      const later = theta * 1.0001;
      const raw = (at: number) => ssviToRaw({ theta: at, rho, phi: ssviPhi(curvature, at) });
      const isFree = calendarPlaces(raw(theta), raw(later)).length === 0;
      const [inner, outer] = [
        ssviIsCalendarFree(curvature, { theta, rho }),
        ssviIsCalendarFree(curvature, { theta: later, rho }),
      ];
      if (inner === outer) expect(isFree).toBe(inner);
    }),
  );
});
