import { expect, test } from "vitest";
import { black } from "./black";
import { blackScholes } from "./blackScholes";
import {
  coinDelta,
  deltaPerMove,
  gammaUsdPerPercent,
  rhoPerPercent,
  thetaPerDay,
  vegaPerVolPoint,
} from "./screenUnits";

test("default: the screens' units", () => {
  expect(vegaPerVolPoint(480)).toBe(4.8);
  expect(thetaPerDay(-3650, 1)).toBe(-10);
  expect(rhoPerPercent(38.7)).toBeCloseTo(0.387, 15);
  expect([deltaPerMove(0.0004, 100), deltaPerMove(-2e-6, 1000)]).toEqual([0.04, -0.002]);
  expect(gammaUsdPerPercent(0.0004, 3000)).toBeCloseTo(36, 12);
  expect(coinDelta({ delta: 0.5, price: 350, forward: 3500 })).toBeCloseTo(0.4, 15);
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

test("behavior: one percent of rate, a move of the price and of 1 % change price, delta and delta in dollars by about the stated number", () => {
  const option = {
    spot: 3500,
    strike: 3500,
    timeToExpiryYears: 0.5,
    volatility: 0.6,
    isPut: false,
    rate: 0.03,
    carryYield: 0,
  };
  const now = blackScholes(option);
  const dearer = blackScholes({ ...option, rate: 0.04 }).price - now.price;
  expect(Math.abs(dearer / rhoPerPercent(now.rho) - 1)).toBeLessThan(0.01);
  const moved = blackScholes({ ...option, spot: 3600 }).delta - now.delta;
  expect(Math.abs(moved / deltaPerMove(now.gamma, 100) - 1)).toBeLessThan(0.05);
  const [spot, held] = [35 * 101, blackScholes({ ...option, spot: 35 * 101 }).delta];
  expect(Math.abs(((held - now.delta) * 3500) / gammaUsdPerPercent(now.gamma, 3500) - 1)).toBeLessThan(0.02);
  const inCoin = blackScholes({ ...option, spot }).price / spot - now.price / 3500;
  const coin = coinDelta({ delta: now.delta, price: now.price, forward: 3500 });
  expect(Math.abs(inCoin / ((coin * 35) / 3500) - 1)).toBeLessThan(0.02);
});

test("behavior: the coin itself has no delta in coin", () => {
  expect(coinDelta({ delta: 1, price: 3500, forward: 3500 })).toBe(0);
});
