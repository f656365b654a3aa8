import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blackStrip } from "./blackStrip";
import type { KouParameters, MertonParameters } from "./jumpParameters";
import { changed, fourthOrder, type JumpModel, jumpStrip, optionValues } from "./jumpStripFixture";
import type { OptionStrip, StripValues } from "./PricingModel";

const merton = fc
  .record({
    volatility: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
    jumpIntensity: fc.double({ min: 0, max: 30, noNaN: true }),
    meanLogJump: fc.double({ min: -0.4, max: 0.3, noNaN: true }),
    jumpDeviation: fc.double({ min: 0, max: 0.5, noNaN: true }),
  })
  .map((parameters): JumpModel => ({ kind: "merton", parameters }));
const kou = fc
  .record({
    volatility: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
    jumpIntensity: fc.double({ min: 0, max: 30, noNaN: true }),
    upProbability: fc.double({ min: 0, max: 1, noNaN: true }),
    upRate: fc.double({ min: 1.05, max: 60, noNaN: true }),
    downRate: fc.double({ min: 0.5, max: 60, noNaN: true }),
  })
  .map((parameters): JumpModel => ({ kind: "kou", parameters }));
const models = fc.oneof(merton, kou);
const times = fc.double({ min: 1 / 365, max: 2, noNaN: true });
const runs = { numRuns: 25 };

const FORWARD = 3500;
/** From a tenth of the forward to ten times it. */
const STRIKES = Array.from({ length: 21 }, (_, index) => FORWARD * 10 ** (index / 10 - 1));
function ladder(timeToExpiryYears: number, isPut: boolean): OptionStrip {
  return { forward: FORWARD, timeToExpiryYears, strikes: STRIKES, isPut: STRIKES.map(() => isPut) };
}

describe("Merton and Kou", () => {
  test("behavior: a call less a put is the discounted forward less the strike, in price and every Greek", () => {
    fc.assert(
      fc.property(models, times, (model, time) => {
        const discount = 0.97;
        const rate = -Math.log(discount) / time;
        const calls = jumpStrip(model, { ...ladder(time, false), discount });
        const puts = jumpStrip(model, { ...ladder(time, true), discount });
        STRIKES.forEach((strike, index) => {
          const gap = (field: keyof StripValues) => (calls[field][index] ?? NaN) - (puts[field][index] ?? NaN);
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
      fc.property(models, times, (model, time) => {
        const { price } = jumpStrip(model, ladder(time, false));
        STRIKES.forEach((strike, index) => {
          const [here = NaN, next, after] = price.slice(index, index + 3);
          expect(here).toBeGreaterThanOrEqual(Math.max(0, FORWARD - strike) * (1 - 1e-15));
          expect(here).toBeLessThanOrEqual(FORWARD);
          const [second, third] = [STRIKES[index + 1], STRIKES[index + 2]];
          if (next === undefined || after === undefined || second === undefined || third === undefined) return;
          expect(next).toBeLessThanOrEqual(here + rounding);
          const share = (second - strike) / (third - strike);
          expect(next).toBeLessThanOrEqual((1 - share) * here + share * after + rounding);
        });
      }),
      runs,
    );
  });

  test("behavior: the probability below rises from 0 to 1", () => {
    fc.assert(
      fc.property(models, times, (model, time) => {
        const below = jumpStrip(model, {
          ...ladder(time, true),
          strikes: [0, ...STRIKES, 1e300],
          isPut: [],
        }).probabilityBelow;
        below.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual((below[index - 1] ?? 0) - 1e-14);
          expect(value).toBeLessThanOrEqual(1 + 1e-14);
        });
        expect(below[0]).toBe(0);
        expect(below.at(-1)).toBeCloseTo(1, 14);
      }),
      runs,
    );
  });

  test("behavior: Greeks and probability are the differences of the price", () => {
    fc.assert(
      fc.property(models, times, fc.double({ min: -1.5, max: 1.5, noNaN: true }), (model, time, distance) => {
        const { volatility } = model.parameters;
        const deviation = volatility * Math.sqrt(time);
        const strike = FORWARD * Math.exp(distance * deviation);
        const at = { forward: FORWARD, timeToExpiryYears: time };
        const greeks = optionValues(model, at, [strike, true]);
        const steps = [2, 1, -1, -2];
        const wide = 2e-3 * deviation;
        const forwards = steps.map((n) =>
          optionValues(model, { ...at, forward: FORWARD * (1 + n * wide) }, [strike, true]),
        );
        const delta = fourthOrder(
          forwards.map(({ price }) => price),
          FORWARD * wide,
        );
        expect(Math.abs(delta - greeks.delta)).toBeLessThan(1e-9);
        const gamma = fourthOrder(
          forwards.map((one) => one.delta),
          FORWARD * wide,
        );
        expect(Math.abs(gamma - greeks.gamma) * FORWARD * deviation).toBeLessThan(1e-9);
        const strikes = steps.map((n) => optionValues(model, at, [strike * (1 + n * wide), true]).price);
        expect(Math.abs(fourthOrder(strikes, strike * wide) - greeks.probabilityBelow)).toBeLessThan(1e-9);
        const point = 2e-3 * volatility;
        const shifted = steps.map(
          (n) => optionValues(changed(model, { volatility: volatility + n * point }), at, [strike, true]).price,
        );
        expect(Math.abs(fourthOrder(shifted, point) - greeks.vega) * volatility).toBeLessThan(1e-9 * FORWARD);
        const later = steps.map(
          (n) => optionValues(model, { ...at, timeToExpiryYears: time * (1 + n * 3e-4) }, [strike, true]).price,
        );
        const scale = FORWARD * (1 + model.parameters.jumpIntensity * time);
        expect(Math.abs(fourthOrder(later, time * 3e-4) + greeks.theta) * time).toBeLessThan(1e-9 * scale);
      }),
      runs,
    );
  });

  test("behavior: without jumps Black bit for bit, with hardly any to a rounding", () => {
    fc.assert(
      fc.property(models, times, (model, time) => {
        const black = blackStrip(model.parameters.volatility, ladder(time, false));
        expect(jumpStrip(changed(model, { jumpIntensity: 0 }), ladder(time, false))).toEqual(black);
        const rare = jumpStrip(changed(model, { jumpIntensity: 1e-18 }), ladder(time, false));
        STRIKES.forEach((strike, index) => {
          const gap = (field: keyof StripValues) =>
            Math.abs((rare[field][index] ?? NaN) - (black[field][index] ?? NaN));
          expect(gap("price")).toBeLessThanOrEqual(1e-15 * (FORWARD + strike));
          expect(gap("delta")).toBeLessThanOrEqual(1e-15);
          expect(gap("probabilityBelow")).toBeLessThanOrEqual(1e-15);
        });
      }),
      runs,
    );
  });

  test("behavior: at expiry the discounted intrinsic value", () => {
    fc.assert(
      fc.property(models, (model) => {
        expect(jumpStrip(model, ladder(0, true))).toEqual(blackStrip(1, ladder(0, true)));
      }),
      { numRuns: 5 },
    );
  });

  test("behavior: two engines agree: series and bent contour, and the integral along a straight line by Simpson's rule", () => {
    const jumps = { volatility: 0.55, jumpIntensity: 6 };
    const found: readonly JumpModel[] = [
      { kind: "merton", parameters: { ...jumps, meanLogJump: -0.08, jumpDeviation: 0.15 } },
      { kind: "kou", parameters: { ...jumps, upProbability: 0.35, upRate: 14, downRate: 7 } },
    ];
    for (const model of found) {
      for (const time of [7 / 365, 0.4]) {
        const { price } = jumpStrip(model, { ...ladder(time, false), strikes: [2400, 3500, 4600], isPut: [] });
        for (const [index, strike] of [2400, 3500, 4600].entries())
          expect(Math.abs((price[index] ?? NaN) - straightLine(model, time, strike))).toBeLessThan(1e-10 * FORWARD);
      }
    }
  });

  test("error: outside of its domain every value is NaN, a strike that is none NaN by itself", () => {
    const jumps = { volatility: 0.6, jumpIntensity: 4 };
    const found: readonly JumpModel[] = [
      { kind: "merton", parameters: { ...jumps, meanLogJump: -0.1, jumpDeviation: 0.2 } },
      { kind: "kou", parameters: { ...jumps, upProbability: 0.4, upRate: 12, downRate: 8 } },
    ];
    for (const model of found) {
      const strip = { ...ladder(0.1, false), strikes: [3000, -1, NaN], isPut: [false, false, false] };
      expect([...jumpStrip(model, strip).price].map(Number.isNaN)).toEqual([false, true, true]);
      for (const change of [{ forward: 0 }, { forward: NaN }, { timeToExpiryYears: -1 }, { discount: 0 }])
        expect(jumpStrip(model, { ...strip, ...change }).price).toEqual(new Float64Array(3).fill(NaN));
      for (const change of [{ volatility: -0.1 }, { jumpIntensity: -1 }, { jumpIntensity: Infinity }])
        expect(jumpStrip(changed(model, change), strip).price).toEqual(new Float64Array(3).fill(NaN));
    }
  });
});

/** F − √(F·K)/π · ∫ Re[e^(iux)·E[(S/F)^(½ + iu)]]/(u² + ¼) du, x = ln(F/K). */
function straightLine(model: JumpModel, time: number, strike: number): number {
  const x = Math.log(FORWARD / strike);
  const end = 9 / (model.parameters.volatility * Math.sqrt(time));
  const count = 20_000;
  let sum = 0;
  for (let index = 0; index <= count; index += 1) {
    const u = (end * index) / count;
    const { size, angle } = transform(model, time, u);
    const weight = index === 0 || index === count ? 1 : index % 2 === 1 ? 4 : 2;
    sum += (weight * size * Math.cos(u * x + angle)) / (u * u + 0.25);
  }
  return FORWARD - (Math.sqrt(FORWARD * strike) / Math.PI) * (end / count / 3) * sum;
}

/** E[(S/F)^(½ + iu)] by size and angle. */
function transform({ kind, parameters }: JumpModel, time: number, u: number) {
  const { volatility, jumpIntensity } = parameters;
  const jump = kind === "merton" ? lognormalJump(parameters, u) : exponentialJump(parameters, u);
  const exponent = -0.5 * volatility ** 2 * (u * u + 0.25) + jumpIntensity * (jump.re - 1 - 0.5 * jump.mean);
  return { size: Math.exp(time * exponent), angle: time * jumpIntensity * (jump.im - u * jump.mean) };
}

function lognormalJump({ meanLogJump, jumpDeviation }: MertonParameters, u: number) {
  const size = Math.exp(0.5 * meanLogJump + 0.5 * jumpDeviation ** 2 * (0.25 - u * u));
  const angle = u * (meanLogJump + 0.5 * jumpDeviation ** 2);
  return {
    re: size * Math.cos(angle),
    im: size * Math.sin(angle),
    mean: Math.exp(meanLogJump + 0.5 * jumpDeviation ** 2) - 1,
  };
}

function exponentialJump({ upProbability: p, upRate, downRate }: KouParameters, u: number) {
  const [up, down] = [upRate - 0.5, downRate + 0.5];
  const [upSize, downSize] = [(p * upRate) / (up * up + u * u), ((1 - p) * downRate) / (down * down + u * u)];
  return {
    re: upSize * up + downSize * down,
    im: (upSize - downSize) * u,
    mean: (p * upRate) / (upRate - 1) + ((1 - p) * downRate) / (downRate + 1) - 1,
  };
}
