import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Complex,
  complexExp,
  complexInverse,
  complexProduct,
  complexScaled,
  complexSum,
} from "@/lib/math/complex";
import { complexLog1p, complexSqrt } from "@/lib/math/complexFunctions";
import { blackStrip } from "./blackStrip";
import type { HestonParameters } from "./HestonParameters";
import { deviationOf, greekErrors, lawFromUnits, lawOf, spotStrip, withoutJumps } from "./hestonFixture";
import { hestonPrices, hestonStrip } from "./hestonStrip";
import vectors from "./vectors/heston.json";

describe("reference values", () => {
  test.each(vectors.published)("default: published: $id", (row) => {
    const strip = spotStrip(row, row.T);
    const price = hestonStrip(lawOf(row), strip).price[0] as number;
    expect(Math.abs(price - Number(row.price)) / row.S).toBeLessThan(1e-12);
    expect(Math.abs((hestonPrices(lawOf(row), strip)[0] as number) - Number(row.price)) / row.S).toBeLessThan(1e-12);
  });

  test("default: sixty laws drawn at random", () => {
    for (const row of vectors.rows) {
      const strip = spotStrip(row, row.days / 365);
      const allowed = 1e-12 * row.S;
      expect(
        Math.abs((hestonStrip(lawOf(row), strip).price[0] as number) - Number(row.price)),
        `row ${row.id}`,
      ).toBeLessThan(allowed);
      expect(
        Math.abs((hestonPrices(lawOf(row), strip)[0] as number) - Number(row.price)),
        `row ${row.id}`,
      ).toBeLessThan(allowed);
    }
  });

  test.each(vectors.greeks)("default: price and Greeks at T $T, K $K, σ $law.sigma, ρ $law.rho", (row) => {
    for (const [name, error] of Object.entries(greekErrors(row))) expect(error, name).toBeLessThan(1e-12);
  });
});

const units = fc.double({ min: 0, max: 1, noNaN: true });
const laws = fc.array(units, { minLength: 8, maxLength: 8 }).map(lawFromUnits);
const times = fc.double({ min: 1 / 365, max: 2, noNaN: true });
const FORWARD = 3500;
const STRIKES = Array.from({ length: 25 }, (_, index) => FORWARD * 6 ** (index / 12 - 1));
const CALLS = { forward: FORWARD, strikes: STRIKES, isPut: STRIKES.map(() => false) };
const runs = { numRuns: 20 };

describe("two engines", () => {
  test("behavior: Heston's own two probabilities, integrated slowly, give the same prices", () => {
    for (const [parameters, time] of SLOW_CASES) {
      const strikes = [2500, 3300, 3500, 4000, 5200];
      const strip = { forward: FORWARD, timeToExpiryYears: time, strikes, isPut: strikes.map(() => false) };
      const found = hestonStrip(parameters, strip);
      strikes.forEach((strike, index) => {
        const slow = slowCall(parameters, { strike, time });
        expect(Math.abs((found.price[index] as number) - slow.price)).toBeLessThan(1e-9 * FORWARD);
        expect(Math.abs((found.probabilityBelow[index] as number) - slow.probabilityBelow)).toBeLessThan(1e-9);
      });
    }
  });
});

describe("properties", () => {
  test("behavior: Black at the mean variance as σ goes to 0, and at σ = 0", () => {
    fc.assert(
      fc.property(laws, times, (law, time) => {
        const at = (volatilityOfVariance: number) =>
          hestonStrip({ ...law, volatilityOfVariance }, { ...CALLS, timeToExpiryYears: time }).price;
        const deviation = deviationOf(withoutJumps(law), time);
        const black = blackStrip(deviation / Math.sqrt(time), { ...CALLS, timeToExpiryYears: time }).price;
        const certain = at(0);
        const near = at(1e-9);
        black.forEach((price, index) => {
          expect(Math.abs((certain[index] as number) - price)).toBeLessThan(2e-14 * FORWARD);
          expect(Math.abs((near[index] as number) - price)).toBeLessThan(1e-9 * FORWARD);
        });
      }),
      runs,
    );
  });

  test("behavior: at σ = 0 vega is Black's by the mean variance's share of v₀", () => {
    const law = { ...lawOf(SLOW_ROW), volatilityOfVariance: 0 };
    const time = 0.3;
    const volatility = deviationOf(law, time) / Math.sqrt(time);
    const black = blackStrip(volatility, { ...CALLS, timeToExpiryYears: time });
    const share =
      (-Math.expm1(-law.meanReversion * time) / (law.meanReversion * time)) *
      (Math.sqrt(law.initialVariance) / volatility);
    hestonStrip(law, { ...CALLS, timeToExpiryYears: time }).vega.forEach((vega, index) => {
      expect(Math.abs(vega - share * (black.vega[index] as number))).toBeLessThan(1e-12 * FORWARD);
    });
  });

  test("behavior: the prices alone are those of the strip", () => {
    fc.assert(
      fc.property(laws, times, (law, timeToExpiryYears) => {
        const strip = { ...CALLS, timeToExpiryYears, discount: 0.9 };
        const { price } = hestonStrip(law, strip);
        hestonPrices(law, strip).forEach((lean, index) => {
          expect(Math.abs(lean - (price[index] as number))).toBeLessThan(3e-13 * 6 * FORWARD);
        });
      }),
      runs,
    );
  });
});

const SLOW_ROW = { v0: 0.36, kappa: 2.5, theta: 0.3, sigma: 0.9, rho: -0.4 };
const SLOW_CASES: readonly (readonly [HestonParameters, number])[] = [
  [lawOf(SLOW_ROW), 14 / 365],
  [lawOf({ v0: 0.5, kappa: 1.2, theta: 0.8, sigma: 1.8, rho: 0.3 }), 0.5],
  [lawOf({ v0: 0.09, kappa: 5, theta: 0.25, sigma: 0.4, rho: -0.8 }), 2],
];

/** Heston (1993), equations 10 to 18: P₁ and P₂ from their own transforms, midpoint rule. */
function slowCall(p: HestonParameters, { strike, time }: { readonly strike: number; readonly time: number }) {
  const logStrike = Math.log(strike / FORWARD);
  const [share, above] = ([1, 2] as const).map((kind) => {
    const step = 0.02;
    let sum = 0;
    for (let u = step / 2; u < 400; u += step) {
      const transform = slowTransform(p, { kind, u, time });
      const value = complexProduct(transform, complexExp({ re: 0, im: -u * logStrike }));
      sum += (value.im / u) * step;
      if (u > 1 && Math.hypot(transform.re, transform.im) < 1e-16) break;
    }
    return 0.5 + sum / Math.PI;
  }) as [number, number];
  return { price: FORWARD * share - strike * above, probabilityBelow: 1 - above };
}

function slowTransform(p: HestonParameters, { kind, u, time }: { kind: 1 | 2; u: number; time: number }): Complex {
  const { initialVariance, meanReversion, longRunVariance, volatilityOfVariance: sigma, correlation } = p;
  const b = kind === 1 ? meanReversion - correlation * sigma : meanReversion;
  const c = kind === 1 ? 0.5 : -0.5;
  const beta = { re: b, im: -correlation * sigma * u };
  const square = complexSum(complexProduct(beta, beta), { re: sigma * sigma * u * u, im: -2 * c * sigma * sigma * u });
  const d = complexSqrt(square);
  const minus = complexSum(beta, complexScaled(d, -1));
  const g = complexProduct(minus, complexInverse(complexSum(beta, d)));
  const decay = complexExp(complexScaled(d, -time));
  const lower = complexProduct(g, decay);
  const divisor = complexInverse({ re: 1 - lower.re, im: -lower.im });
  const slope = complexScaled(
    complexProduct(complexProduct(minus, { re: 1 - decay.re, im: -decay.im }), divisor),
    1 / sigma ** 2,
  );
  const logs = complexSum(
    complexLog1p(complexScaled(lower, -1)),
    complexScaled(complexLog1p(complexScaled(g, -1)), -1),
  );
  const level = complexScaled(
    complexSum(complexScaled(minus, time), complexScaled(logs, -2)),
    (meanReversion * longRunVariance) / sigma ** 2,
  );
  return complexExp(complexSum(level, complexScaled(slope, initialVariance)));
}
