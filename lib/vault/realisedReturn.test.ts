import { expect, test } from "vitest";
import { WAD } from "@/lib/units/Wad";
import { realisedReturn } from "./realisedReturn";
import { pastEpoch } from "./vaultFixture";

const percent = (value: bigint) => (WAD * value) / 100n;

test("default: compounded, the losing epoch in, from the starting price of 1", () => {
  const result = realisedReturn({
    epochs: [pastEpoch(1, percent(110n)), pastEpoch(2, percent(88n)), pastEpoch(3, percent(99n))],
    isInUnderlying: false,
  });
  expect(result.epochs.map((epoch) => epoch.inAsset)).toEqual([
    expect.closeTo(0.1, 12),
    expect.closeTo(-0.2, 12),
    expect.closeTo(0.125, 12),
  ]);
  expect(result.compounded).toBeCloseTo(-0.01, 12);
  expect(result.compoundedUsd).toBeCloseTo(-0.01, 12);
  expect(result.annualised).toBeCloseTo(0.99 ** (365 / 21) - 1, 12);
  expect([result.losses, result.worst?.number]).toEqual([1, 2]);
});

test("behavior: the product of the epochs is the compounded return", () => {
  const result = realisedReturn({
    epochs: [pastEpoch(1, percent(103n)), pastEpoch(2, percent(91n)), pastEpoch(3, percent(117n))],
    isInUnderlying: false,
  });
  const product = result.epochs.reduce((growth, epoch) => growth * (1 + epoch.inAsset), 1);
  expect(product - 1).toBeCloseTo(result.compounded, 12);
});

test("behavior: deposits in the underlying also move with its price", () => {
  const result = realisedReturn({ epochs: [pastEpoch(1, percent(102n))], isInUnderlying: true });
  expect(result.epochs[0]?.inUsd).toBeCloseTo(1.02 * 1.1 - 1, 12);
  expect(result.compoundedUsd).toBeCloseTo(1.02 * 1.1 - 1, 12);
});

test("behavior: an epoch that sold nothing takes the next opening's price, and none when there is none", () => {
  const epochs = [pastEpoch(1, WAD, { settlementPrice: null }), pastEpoch(2, WAD, { settlementPrice: null })];
  const result = realisedReturn({ epochs, isInUnderlying: true });
  expect(result.epochs.map((epoch) => epoch.inUsd)).toEqual([0, null]);
  expect(result.compoundedUsd).toBeNull();
});

test("behavior: a history that starts late only takes its first price from the first epoch", () => {
  const result = realisedReturn({
    epochs: [pastEpoch(7, percent(200n)), pastEpoch(8, percent(150n))],
    isInUnderlying: false,
  });
  expect(result.epochs).toHaveLength(1);
  expect(result.compounded).toBeCloseTo(-0.25, 12);
});

test("behavior: without history there is no return and no annual figure", () => {
  expect(realisedReturn({ epochs: [], isInUnderlying: true })).toEqual({
    epochs: [],
    compounded: 0,
    compoundedUsd: 0,
    annualised: null,
    losses: 0,
    worst: null,
  });
});
