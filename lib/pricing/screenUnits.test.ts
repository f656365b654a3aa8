import { expect, test } from "vitest";
import { black } from "./black";
import { thetaPerDay, vegaPerVolPoint } from "./screenUnits";

test("default: the screens' units", () => {
  expect(vegaPerVolPoint(480)).toBe(4.8);
  expect(thetaPerDay(-3650, 1)).toBe(-10);
});

test("behavior: with less than a day left theta is what the remaining life takes, at expiry nothing", () => {
  expect(thetaPerDay(-3650, 0.25 / 365)).toBeCloseTo(-2.5, 12);
  expect(thetaPerDay(-3650, 1 / 365)).toBeCloseTo(-10, 12);
  expect([thetaPerDay(-3650, 0), thetaPerDay(-Infinity, 0), thetaPerDay(-3650, -1)]).toEqual([0, 0, 0]);
});

test("behavior: one point and one day change a price by about the stated number", () => {
  const option = { forward: 3500, strike: 3500, timeToExpiryYears: 30 / 365, volatility: 0.6, isPut: false };
  const now = black(option);
  const point = black({ ...option, volatility: 0.61 }).price - now.price;
  expect(Math.abs(point / vegaPerVolPoint(now.vega) - 1)).toBeLessThan(1e-3);
  const day = black({ ...option, timeToExpiryYears: 29 / 365 }).price - now.price;
  expect(Math.abs(day / thetaPerDay(now.theta, option.timeToExpiryYears) - 1)).toBeLessThan(0.02);
});
