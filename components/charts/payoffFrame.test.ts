import { describe, expect, test } from "vitest";
import { curvePoints, payoffFrame, payoffLayout, resultRange } from "./payoffFrame";

const still = {
  lo: 2_800,
  hi: 4_200,
  expiry: (price: number) => Math.min(100, price - 3_400),
  strikes: [{ strike: 3_500, side: "sold" as const, label: "sell 3,500 call" }],
  breakevens: [3_400],
  odds: undefined,
};

describe("measures of the payoff", () => {
  const layout = payoffLayout(still, 944);

  test("default: strikes and breakevens are among the prices, so that the payoff keeps its corners", () => {
    expect(layout.spots).toContain(3_500);
    expect(layout.spots).toContain(3_400);
    expect(layout.expiry).toContainEqual([3_500, 100]);
  });

  test("behavior: a curve within the payoff's own range leaves the scale as it is", () => {
    const range = (shift: number) => {
      return resultRange([layout.expiry, curvePoints(layout, (price) => still.expiry(price) / 2 + shift)]);
    };
    expect(range(0)).toEqual(range(20));
    expect(payoffFrame(layout, range(0)).y.at(0)).toBe(payoffFrame(layout, range(20)).y.at(0));
  });

  test("error: results that are no number do not count, and none at all is a range around zero", () => {
    expect(resultRange([[[3_000, Number.NaN]]])).toEqual({ lowest: 0, highest: 0 });
    expect(payoffFrame(layout, { lowest: 0, highest: 0 }).y.at(0)).toBeGreaterThan(0);
  });
});
