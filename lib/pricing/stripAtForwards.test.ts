import { describe, expect, test } from "vitest";
import { impliedVolatility } from "./impliedVolatility";
import { fourthOrder } from "./jumpStripFixture";
import { MODELS, SURFACE } from "./modelFixture";
import type { OptionStrip, StripValues } from "./PricingModel";
import { priceStrip } from "./priceStrip";
import { LOWEST_VOLATILITY, shiftedModel } from "./shiftedModel";
import { stripAtForwards } from "./stripAtForwards";
import { surfaceDensity } from "./surfaceLaw";
import { strikeVolatility } from "./surfaceVolatility";

const STRIP: OptionStrip = {
  forward: 3500,
  timeToExpiryYears: 12 / 365,
  discount: 0.99,
  strikes: [2900, 3300, 3500, 3800],
  isPut: [true, true, false, false],
};
const FIELDS = ["price", "delta", "gamma", "vega", "theta", "probabilityBelow"] as const;

describe("at the strip's own forward, without a shift", () => {
  test.each(MODELS)("default: the strip's own values ($name)", (model) => {
    const own = priceStrip(model, STRIP);
    const found = stripAtForwards(STRIP, { model, forwards: [3500] });
    for (const field of FIELDS)
      own[field].forEach((value, index) => {
        expect(Math.abs((found[field][index] ?? NaN) - value), field).toBeLessThan(1e-13 * (1 + Math.abs(value)));
      });
  });
});

describe("at other forwards", () => {
  test.each(MODELS.filter(({ name }) => name !== "smile"))(
    "behavior: the strip seen from each forward ($name)",
    (model) => {
      const forwards = [2800, 3500, 4300];
      const found = stripAtForwards(STRIP, { model, forwards });
      forwards.forEach((forward, row) => {
        const moved = priceStrip(model, { ...STRIP, forward });
        for (const field of FIELDS)
          moved[field].forEach((value, index) => {
            const scale = {
              price: forward,
              delta: 1,
              gamma: 1e-3,
              vega: forward,
              theta: 10 * forward,
              probabilityBelow: 1,
            }[field];
            expect(Math.abs((found[field][row * 4 + index] ?? NaN) - value), field).toBeLessThan(1e-12 * scale);
          });
      });
    },
  );

  test("behavior: under the smile an option keeps its strike's volatility", () => {
    const forwards = [3200, 3500, 3800];
    const { price } = stripAtForwards(STRIP, { model: { name: "smile", surface: SURFACE }, forwards });
    forwards.forEach((forward, row) => {
      [2900, 3300, 3500, 3800].forEach((strike, index) => {
        const option = {
          strike,
          forward,
          isPut: STRIP.isPut[index] ?? false,
          timeToExpiryYears: 12 / 365,
          discount: 0.99,
        };
        const implied = impliedVolatility({ ...option, price: price[row * 4 + index] ?? NaN });
        const own = strikeVolatility(SURFACE, { strike, timeToExpiryYears: 12 / 365, forward: 3500 });
        expect(implied.ok && Math.abs(implied.volatility - own)).toBeLessThan(1e-9);
      });
    });
  });

  test("behavior: under a shifted smile the probability below is still the slope of the puts, and its slope the density", () => {
    const model = { name: "smile", surface: SURFACE } as const;
    const at = (strike: number, shift: number, forward = 3500) => {
      const strip = { ...STRIP, discount: 1, strikes: [strike], isPut: [true] };
      const { price, probabilityBelow } = stripAtForwards(strip, {
        model,
        forwards: [forward],
        volatilityShift: shift,
      });
      return { price: price[0] ?? NaN, below: probabilityBelow[0] ?? NaN };
    };
    for (const shift of [0, 0.1])
      for (const forward of [3400, 3500]) {
        const moved = [2, 1, -1, -2].map((n) => at(3300 + n, shift, forward));
        const slope = fourthOrder(
          moved.map(({ price }) => price),
          1,
        );
        expect(Math.abs(slope - at(3300, shift, forward).below)).toBeLessThan(1e-10);
      }
    const below = [2, 1, -1, -2].map((n) => at(3300 + n, 0).below);
    const density = surfaceDensity(SURFACE, { strike: 3300, timeToExpiryYears: 12 / 365, forward: 3500 });
    expect(Math.abs(fourthOrder(below, 1) / density - 1)).toBeLessThan(1e-8);
  });

  test.each(MODELS)("behavior: delta and gamma are the differences along the forwards ($name)", (model) => {
    const found = stripAtForwards(STRIP, { model, forwards: [3502, 3501, 3500, 3499, 3498] });
    const along = (field: keyof StripValues, index: number) =>
      [0, 1, 3, 4].map((row) => found[field][row * 4 + index] ?? NaN);
    for (const index of [0, 1, 2, 3]) {
      expect(Math.abs(fourthOrder(along("price", index), 1) - (found.delta[8 + index] ?? NaN))).toBeLessThan(1e-8);
      expect(Math.abs(fourthOrder(along("delta", index), 1) - (found.gamma[8 + index] ?? NaN))).toBeLessThan(1e-10);
    }
  });
});

describe("a shift of the volatility", () => {
  test.each(MODELS)("behavior: begins as vega says, and none changes nothing ($name)", (model) => {
    const at = (volatilityShift: number) => stripAtForwards(STRIP, { model, forwards: [3500], volatilityShift });
    const moved = [2, 1, -1, -2].map((n) => at(n * 1e-3));
    at(0).vega.forEach((vega, index) => {
      const difference = fourthOrder(
        moved.map(({ price }) => price[index] ?? NaN),
        1e-3,
      );
      expect(Math.abs(difference - vega)).toBeLessThan(1e-6 * (1 + vega));
    });
    expect(shiftedModel(model, 0)).toEqual({ model, smileShift: 0 });
  });

  test.each(MODELS)("behavior: never below one point ($name)", (model) => {
    const at = (volatilityShift: number) => stripAtForwards(STRIP, { model, forwards: [3500], volatilityShift }).price;
    expect(at(-5)).toEqual(at(-0.9));
    expect((at(-5)[0] ?? NaN) > 0).toBe(model.name !== "black" && model.name !== "smile");
    expect(LOWEST_VOLATILITY).toBe(0.01);
  });
});

test("error: a forward that is none has no values, beside others that have", () => {
  for (const model of MODELS) {
    const { price } = stripAtForwards(STRIP, { model, forwards: [0, 3500, NaN] });
    expect([...price].map(Number.isNaN).map(Number).join("")).toBe("111100001111");
  }
});
