import fc from "fast-check";
import { expect, test } from "vitest";
import { MODELS } from "@/lib/pricing/modelFixture";
import type { Product } from "@/lib/products/Product";
import { valueAtExpiry, valueBeforeExpiry } from "@/lib/products/value";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { greeksByUnderlying } from "./greeksByUnderlying";
import { modelGreeks } from "./modelGreeks";
import type { Position } from "./Position";
import { positionGreeks } from "./positionGreeks";

const base = { underlying: "ETH", expiry: unixSeconds(0n), cash: 1, entrySpot: 3400 };
const coveredCall: Product = {
  ...base,
  deposit: "underlying",
  premium: 0.01,
  legs: [{ isPut: false, side: -1, strike: 3800, quantity: 0.9 }],
};
const condor: Product = {
  ...base,
  deposit: "quote",
  premium: 0.0116,
  legs: [
    { isPut: true, side: 1, strike: 2900, quantity: 0.0004 },
    { isPut: true, side: -1, strike: 3100, quantity: 0.0004 },
    { isPut: false, side: -1, strike: 3750, quantity: 0.0004 },
    { isPut: false, side: 1, strike: 3950, quantity: 0.0004 },
  ],
};
const time = 5 / 365;
const positions: readonly Position[] = [
  { product: coveredCall, units: 32, market: { spot: 3482.4, timeToExpiryYears: time, volatilities: [0.585] } },
  {
    product: condor,
    units: 40_000,
    market: { spot: 3482.4, timeToExpiryYears: time, volatilities: [0.64, 0.61, 0.57, 0.56] },
  },
];

/** The position's value in dollars after a move of its market. */
function worth({ product, units, market }: Position, change: Partial<Position["market"]> = {}): number {
  return units * valueBeforeExpiry(product, { ...market, ...change }, "usd");
}

test.each(positions)("default: each is the difference of the value in dollars ($product.deposit)", (position) => {
  const { spot, volatilities } = position.market;
  const greeks = positionGreeks(position);
  expect(greeks.valueUsd).toBeCloseTo(worth(position), 9);
  const delta = (worth(position, { spot: spot + 0.1 }) - worth(position, { spot: spot - 0.1 })) / 0.2;
  expect(Math.abs(delta - greeks.delta)).toBeLessThan(1e-5);
  expect(greeks.deltaUsd).toBe(greeks.delta * spot);
  const curvature = worth(position, { spot: spot + 5 }) - 2 * worth(position) + worth(position, { spot: spot - 5 });
  expect(Math.abs(curvature / 25 / greeks.gamma - 1)).toBeLessThan(1e-3);
  const shifted = (by: number) => worth(position, { volatilities: volatilities.map((v) => v + by) });
  expect(Math.abs((shifted(0.0005) - shifted(-0.0005)) * 10 - greeks.vegaPerPoint)).toBeLessThan(
    1e-3 * Math.abs(greeks.vegaPerPoint),
  );
  const minute = 1 / (365 * 1440);
  const decay =
    (worth(position, { timeToExpiryYears: time - minute }) - worth(position, { timeToExpiryYears: time + minute })) / 2;
  expect(Math.abs(decay * 1440 - greeks.thetaPerDay)).toBeLessThan(1e-4 * Math.abs(greeks.thetaPerDay));
});

test("behavior: the coin alone has its own delta and nothing else, and none to who counts in it", () => {
  const coin: Position = {
    product: { ...coveredCall, legs: [], premium: 0 },
    units: 3,
    market: { spot: 3000, timeToExpiryYears: 1, volatilities: [] },
  };
  expect(positionGreeks(coin)).toEqual({
    valueUsd: 9000,
    delta: 3,
    deltaUsd: 9000,
    coinDelta: 0,
    gamma: 0,
    vegaPerPoint: 0,
    thetaPerDay: 0,
    nextDayUsd: 0,
  });
});

test("behavior: the coin's delta is the spot's effect on the value counted in coin", () => {
  const [position] = positions;
  if (position === undefined) return;
  const spot = position.market.spot;
  const inCoin = (at: number) => worth(position, { spot: at }) / at;
  const slope = ((inCoin(spot + 0.1) - inCoin(spot - 0.1)) / 0.2) * spot;
  expect(Math.abs(slope - positionGreeks(position).coinDelta)).toBeLessThan(1e-4);
});

test("behavior: theta is cut at the remaining life", () => {
  const [position] = positions;
  if (position === undefined) return;
  const hours = (count: number): Position => ({
    ...position,
    market: { ...position.market, spot: 3800, timeToExpiryYears: count / 8760 },
  });
  const twelve = positionGreeks(hours(12)).thetaPerDay;
  expect(twelve).toBeGreaterThan(0);
  expect(twelve).toBeLessThan(worth(hours(0)) - worth(hours(12)));
  expect(positionGreeks(hours(0)).thetaPerDay).toBe(0);
});

const spots = fc.double({ min: 2500, max: 4500, noNaN: true });
const hours = fc.double({ min: 0.01, max: 24, noNaN: true });

test.each(positions)(
  "behavior: on the last day standing still brings what the payoff leaves ($product.deposit)",
  (of) => {
    fc.assert(
      fc.property(spots, hours, (spot, left) => {
        const position = { ...of, market: { ...of.market, spot, timeToExpiryYears: left / 8760 } };
        const allowed = of.units * valueAtExpiry(of.product, spot, "usd") - worth(position);
        expect(Math.abs(positionGreeks(position).nextDayUsd - allowed)).toBeLessThan(1e-8);
      }),
    );
  },
);

test.each(MODELS)(
  "behavior: under a model as well, and with more left it is the value a day later ($name)",
  (model) => {
    const at = (spot: number, left: number) =>
      modelGreeks({ product: condor, units: 100, market: { model, spot, timeToExpiryYears: left / 8760 } });
    fc.assert(
      fc.property(spots, hours, (spot, left) => {
        const { valueUsd, nextDayUsd } = at(spot, left);
        const settled = 100 * valueAtExpiry(condor, spot, "usd");
        expect(Math.abs(valueUsd + nextDayUsd - settled)).toBeLessThan(1e-8);
        const before = at(spot, left + 24);
        expect(Math.abs(before.valueUsd + before.nextDayUsd - valueUsd)).toBeLessThan(1e-6);
      }),
      { numRuns: 12 },
    );
  },
);

test("behavior: with little more than a day left theta promises more than is left to gain, the day's amount does not", () => {
  const [position] = positions;
  if (position === undefined) return;
  const left = { ...position, market: { ...position.market, spot: 3500, timeToExpiryYears: 1.3 / 365 } };
  const { thetaPerDay, nextDayUsd } = positionGreeks(left);
  const all = left.units * valueAtExpiry(left.product, 3500, "usd") - worth(left);
  expect(nextDayUsd).toBeGreaterThan(0);
  expect(nextDayUsd).toBeLessThan(all);
  expect(thetaPerDay).toBeGreaterThan(all);
});

test("default: by underlying, in the order met, each field summed", () => {
  const bitcoin: Position = { ...(positions[0] as Position), product: { ...coveredCall, underlying: "BTC" } };
  const sums = greeksByUnderlying([...positions, bitcoin]);
  expect(sums.map(({ underlying }) => underlying)).toEqual(["ETH", "BTC"]);
  const [first, second] = positions.map(positionGreeks);
  for (const key of [
    "valueUsd",
    "delta",
    "deltaUsd",
    "coinDelta",
    "gamma",
    "vegaPerPoint",
    "thetaPerDay",
    "nextDayUsd",
  ] as const) {
    expect(sums[0]?.[key]).toBe((first?.[key] ?? NaN) + (second?.[key] ?? NaN));
    expect(sums[1]?.[key]).toBe(first?.[key]);
  }
  expect(greeksByUnderlying([])).toEqual([]);
});
