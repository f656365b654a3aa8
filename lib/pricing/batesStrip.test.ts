import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batesPrices, batesStrip } from "./batesStrip";
import { greekErrors, lawFromUnits, lawOf, spotStrip, withoutJumps } from "./hestonFixture";
import { hestonPrices, hestonStrip } from "./hestonStrip";
import { fourthOrder } from "./jumpStripFixture";
import { mertonStrip } from "./mertonStrip";
import type { OptionStrip, StripValues } from "./PricingModel";
import vectors from "./vectors/bates.json";

const units = fc.double({ min: 0, max: 1, noNaN: true });
const laws = fc.array(units, { minLength: 8, maxLength: 8 }).map(lawFromUnits);
const times = fc.double({ min: 1 / 365, max: 2, noNaN: true });
const FORWARD = 3500;
const STRIKES = Array.from({ length: 25 }, (_, index) => FORWARD * 6 ** (index / 12 - 1));
const runs = { numRuns: 20 };

function ladder(timeToExpiryYears: number, isPut: boolean, discount = 1): OptionStrip {
  return { forward: FORWARD, timeToExpiryYears, discount, strikes: STRIKES, isPut: STRIKES.map(() => isPut) };
}

describe("reference values", () => {
  test("default: sixty laws drawn at random", () => {
    for (const row of vectors.rows) {
      const strip = spotStrip(row, row.days / 365);
      const allowed = 1e-12 * row.S;
      const price = batesStrip(lawOf(row), strip).price[0] as number;
      expect(Math.abs(price - Number(row.price)), `row ${row.id}`).toBeLessThan(allowed);
      const lean = batesPrices(lawOf(row), strip)[0] as number;
      expect(Math.abs(lean - Number(row.price)), `row ${row.id}`).toBeLessThan(allowed);
    }
  });

  test.each(vectors.greeks)(
    "default: price and Greeks at T $T, K $K, σ $law.sigma, ρ $law.rho, λ $law.lambda",
    (row) => {
      for (const [name, error] of Object.entries(greekErrors(row))) expect(error, name).toBeLessThan(1e-12);
    },
  );
});

describe("against other models", () => {
  test("behavior: without jumps it is Heston bit for bit, whatever the jumps would have been", () => {
    fc.assert(
      fc.property(laws, times, (law, time) => {
        const heston = { ...withoutJumps(law), meanLogJump: 0, jumpDeviation: 0 };
        expect(batesStrip(withoutJumps(law), ladder(time, true))).toEqual(hestonStrip(heston, ladder(time, true)));
        expect(batesPrices(withoutJumps(law), ladder(time, true))).toEqual(hestonPrices(heston, ladder(time, true)));
      }),
      runs,
    );
  });

  test("behavior: with a variance that stays where it is, it is Merton's series", () => {
    fc.assert(
      fc.property(laws, times, (law, time) => {
        const still = { ...law, longRunVariance: law.initialVariance, volatilityOfVariance: 0 };
        const { jumpIntensity, meanLogJump, jumpDeviation } = law;
        const jumps = { volatility: Math.sqrt(law.initialVariance), jumpIntensity, meanLogJump, jumpDeviation };
        const found = batesStrip(still, ladder(time, false));
        const merton = mertonStrip(jumps, ladder(time, false));
        for (const [field, size] of [
          ["price", FORWARD],
          ["delta", 1],
          ["gamma", 1 / (FORWARD * Math.sqrt(still.initialVariance * time))],
          ["theta", (FORWARD * 3) / Math.sqrt(time)],
          ["probabilityBelow", 1],
        ] as const) {
          found[field].forEach((value, index) => {
            expect(Math.abs(value - (merton[field][index] as number)) / size, field).toBeLessThan(1e-12);
          });
        }
      }),
      runs,
    );
  });
});

describe("properties", () => {
  test("behavior: a call less a put is the discounted forward less the strike, in price and every Greek", () => {
    fc.assert(
      fc.property(laws, times, (law, time) => {
        const discount = 0.95;
        const rate = -Math.log(discount) / time;
        const calls = batesStrip(law, ladder(time, false, discount));
        const puts = batesStrip(law, ladder(time, true, discount));
        STRIKES.forEach((strike, index) => {
          const gap = (field: keyof StripValues) => (calls[field][index] as number) - (puts[field][index] as number);
          const parity = discount * (FORWARD - strike);
          expect(Math.abs(gap("price") - parity)).toBeLessThan(1e-14 * (FORWARD + strike));
          expect(Math.abs(gap("delta") - discount)).toBeLessThan(1e-15);
          expect([gap("gamma"), gap("vega"), gap("probabilityBelow")]).toEqual([0, 0, 0]);
          expect(Math.abs(gap("theta") - rate * parity)).toBeLessThan(
            1e-13 * (1 + rate) * (FORWARD + strike) * (1 + 1 / time),
          );
        });
      }),
      runs,
    );
  });

  test("behavior: between the intrinsic value and its bound, falling and convex in the strike", () => {
    const rounding = 1e-12 * FORWARD;
    fc.assert(
      fc.property(laws, times, (law, time) => {
        const { price, probabilityBelow } = batesStrip(law, ladder(time, false));
        const at = (index: number) => [STRIKES[index] as number, price[index] as number] as const;
        for (let index = 0; index < STRIKES.length; index += 1) {
          const [strike, value] = at(index);
          expect(value).toBeGreaterThanOrEqual(Math.max(0, FORWARD - strike));
          expect(value).toBeLessThanOrEqual(FORWARD);
          expect(probabilityBelow[index]).toBeGreaterThanOrEqual(0);
          expect(probabilityBelow[index]).toBeLessThanOrEqual(1);
          if (index === 0) continue;
          const [before, more] = at(index - 1);
          expect(value).toBeLessThanOrEqual(more + rounding);
          expect(probabilityBelow[index]).toBeGreaterThanOrEqual((probabilityBelow[index - 1] as number) - 1e-12);
          if (index + 1 === STRIKES.length) continue;
          const [after, less] = at(index + 1);
          const share = (strike - before) / (after - before);
          expect(value).toBeLessThanOrEqual((1 - share) * more + share * less + rounding);
        }
      }),
      runs,
    );
  });

  test("behavior: a strip is its options one by one", () => {
    fc.assert(
      fc.property(laws, times, (law, time) => {
        const strip = batesStrip(law, ladder(time, false));
        [0, 9, 12, 20].forEach((index) => {
          const strike = STRIKES[index] as number;
          const one = batesStrip(law, { forward: FORWARD, timeToExpiryYears: time, strikes: [strike], isPut: [false] });
          expect(Math.abs((one.price[0] as number) - (strip.price[index] as number))).toBeLessThan(1e-12 * FORWARD);
          expect(Math.abs((one.delta[0] as number) - (strip.delta[index] as number))).toBeLessThan(1e-12);
        });
      }),
      runs,
    );
  });

  test("behavior: the Greeks are the differences of the price, of fourth order", () => {
    fc.assert(
      fc.property(laws, fc.double({ min: 0.02, max: 2, noNaN: true }), (drawn, time) => {
        // Steps so small because a law with jumps of one size has features far narrower than its deviation.
        const law = { ...drawn, correlation: 0.9 * drawn.correlation };
        const strip = {
          forward: FORWARD,
          timeToExpiryYears: time,
          discount: 0.98,
          strikes: [3300, 3600],
          isPut: [true, false],
        };
        const rate = -Math.log(0.98) / time;
        const found = batesStrip(law, strip);
        const deviation = Math.sqrt(law.initialVariance * time);
        const slope = (step: number, valueAt: (shift: number) => number) =>
          fourthOrder(
            [2, 1, -1, -2].map((multiple) => valueAt(multiple * step)),
            step,
          );
        const inForward = (shift: number) => batesStrip(law, { ...strip, forward: FORWARD + shift });
        const inRoot = (shift: number) =>
          batesStrip({ ...law, initialVariance: (Math.sqrt(law.initialVariance) + shift) ** 2 }, strip);
        const inTime = (shift: number) =>
          batesStrip(law, { ...strip, timeToExpiryYears: time + shift, discount: Math.exp(-rate * (time + shift)) });
        for (const index of [0, 1]) {
          const value = (field: keyof StripValues) => found[field][index] as number;
          const priceOf = (values: StripValues) => values.price[index] as number;
          const step = 5e-4 * deviation * FORWARD;
          const delta = slope(step, (shift) => priceOf(inForward(shift)));
          expect(Math.abs(delta - value("delta"))).toBeLessThan(1e-7);
          const gamma = slope(step, (shift) => inForward(shift).delta[index] as number);
          expect(Math.abs(gamma - value("gamma")) * FORWARD).toBeLessThan(1e-6 / deviation);
          const vega = slope(5e-4 * Math.sqrt(law.initialVariance), (shift) => priceOf(inRoot(shift)));
          expect(Math.abs(vega - value("vega"))).toBeLessThan(1e-7 * FORWARD);
          const growth = slope(1e-4 * time, (shift) => priceOf(inTime(shift)));
          expect(Math.abs(growth + value("theta"))).toBeLessThan((1e-7 * FORWARD) / time);
        }
      }),
      runs,
    );
  });

  test("behavior: the probability below is the slope of a put in the strike, so it holds its rise between two strikes", () => {
    fc.assert(
      fc.property(laws, times, (law, time) => {
        const strikes = Array.from({ length: 61 }, (_, index) => 2900 + 20 * index);
        const isPut = strikes.map(() => true);
        const { price, probabilityBelow } = batesStrip(law, {
          forward: FORWARD,
          timeToExpiryYears: time,
          strikes,
          isPut,
        });
        for (let index = 1; index < strikes.length; index += 1) {
          const rise = ((price[index] as number) - (price[index - 1] as number)) / 20;
          expect(rise).toBeGreaterThan((probabilityBelow[index - 1] as number) - 1e-11);
          expect(rise).toBeLessThan((probabilityBelow[index] as number) + 1e-11);
        }
      }),
      runs,
    );
  });

  test("behavior: and its integral is the put", () => {
    const law = lawOf({ v0: 0.36, kappa: 2.5, theta: 0.3, sigma: 0.9, rho: -0.4, lambda: 1, nu: -0.1, delta: 0.2 });
    const strikes = Array.from({ length: 401 }, (_, index) => 10 * index);
    const isPut = strikes.map(() => true);
    const { price, probabilityBelow } = batesStrip(law, { forward: FORWARD, timeToExpiryYears: 0.1, strikes, isPut });
    const simpson = probabilityBelow.reduce(
      (sum, below, index) => sum + (index === 0 || index === 400 ? 1 : index % 2 === 1 ? 4 : 2) * below,
      0,
    );
    expect(Math.abs((simpson * 10) / 3 - (price[400] as number))).toBeLessThan(1e-6);
  });
});
