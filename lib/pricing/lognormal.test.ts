import { expect, test } from "vitest";
import { normalCdf } from "@/lib/math/normal";
import { black } from "./black";
import { blackScholes } from "./blackScholes";
import { lognormalDensity, lognormalProbabilityBelow } from "./lognormal";

const law = { forward: 3482.4, timeToExpiryYears: 5 / 365, volatility: 0.585 };

test("default: the odds of settling below a price are Φ(−d₂)", () => {
  const deviation = 0.585 * Math.sqrt(5 / 365);
  const d2 = Math.log(3482.4 / 3100) / deviation - deviation / 2;
  expect(lognormalProbabilityBelow(3100, law)).toBeCloseTo(normalCdf(-d2), 14);
});

test("behavior: they are minus the slope of a put in its strike, and the density is the second slope", () => {
  const put = (strike: number) => black({ ...law, strike, isPut: true }).price;
  for (const level of [2900, 3400, 3482.4, 3950]) {
    const slope = (put(level + 0.1) - put(level - 0.1)) / 0.2;
    expect(Math.abs(slope - lognormalProbabilityBelow(level, law))).toBeLessThan(1e-7);
    const curvature = (put(level + 1) - 2 * put(level) + put(level - 1)) / 1;
    expect(Math.abs(curvature - lognormalDensity(level, law))).toBeLessThan(1e-8);
  }
});

test("behavior: two engines agree: density and odds are the option's dual gamma and dual delta, to the last digits", () => {
  for (const level of [2600, 3100, 3482.4, 3500, 4400]) {
    const { forward: spot, ...rest } = law;
    const { dualDelta, dualGamma } = blackScholes({
      ...rest,
      spot,
      strike: level,
      isPut: true,
      rate: 0,
      carryYield: 0,
    });
    expect(Math.abs(lognormalDensity(level, law) / dualGamma - 1)).toBeLessThan(1e-13);
    expect(Math.abs(lognormalProbabilityBelow(level, law) / dualDelta - 1)).toBeLessThan(1e-13);
  }
});

test("behavior: the density sums to 1 with the forward as its mean", () => {
  let total = 0;
  let mean = 0;
  for (let level = 0.5; level < 10_000; level += 1) {
    total += lognormalDensity(level, law);
    mean += level * lognormalDensity(level, law);
  }
  expect(total).toBeCloseTo(1, 9);
  expect(mean).toBeCloseTo(3482.4, 5);
});

test("behavior: the ends, and a price that is certain", () => {
  expect([lognormalProbabilityBelow(0, law), lognormalProbabilityBelow(Infinity, law)]).toEqual([0, 1]);
  expect([lognormalDensity(0, law), lognormalDensity(Infinity, law)]).toEqual([0, 0]);
  const certain = { ...law, timeToExpiryYears: 0 };
  expect([3482.4, 3482.41, 3482].map((level) => lognormalProbabilityBelow(level, certain))).toEqual([0, 1, 0]);
  expect(lognormalDensity(3482.4, certain)).toBe(0);
});

test("error: outside of the domain NaN", () => {
  for (const change of [{ forward: 0 }, { volatility: -1 }, { timeToExpiryYears: NaN }]) {
    expect(lognormalProbabilityBelow(3000, { ...law, ...change })).toBeNaN();
    expect(lognormalDensity(3000, { ...law, ...change })).toBeNaN();
  }
  expect(lognormalProbabilityBelow(-1, law)).toBeNaN();
});
