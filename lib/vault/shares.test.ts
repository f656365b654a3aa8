import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD, wad } from "@/lib/units/Wad";
import { depositCapacity } from "./depositCapacity";
import { positionValue } from "./positionValue";
import { convertToAssets, convertToShares, sharePriceOf, toAssetsDown, toSharesDown } from "./sharePrice";
import { positionOf, putVault } from "./vaultFixture";

const backing = (assets: bigint, supply: bigint, assetDecimals = 6) => ({
  assets: tokenAmount(assets),
  supply: shares(supply),
  assetDecimals,
});
const decimals = fc.constantFrom(6, 8, 18);
const amount = fc.bigInt({ min: 0n, max: 10n ** 30n });

describe("share price", () => {
  test.each([
    ["no shares", 5n, 0n, WAD],
    ["one for one", 10n ** 6n, WAD, WAD],
    ["lost all", 0n, WAD, 0n],
    // (0.5 · 10^18 + 10^12) / (10^18 + 10^12) is above one half, so the plain quotient rules
    ["below one", 500_000n, WAD, WAD / 2n],
    // (2 · 10^18 + 10^12) / (10^18 + 10^12) = 2000001/1000001, floored in 18 decimals
    ["above one", 2_000_000n, WAD, 1_999_999_000_000_999_999n],
  ])("default: %s", (_name, assets, supply, price) => {
    expect(sharePriceOf(backing(assets, supply), "down")).toBe(price);
  });

  test("behavior: down and up differ by at most one, and nobody gains by going in and out", () => {
    fc.assert(
      fc.property(
        amount,
        fc.bigInt({ min: 1n, max: 10n ** 30n }),
        amount,
        decimals,
        (held, supply, deposit, digits) => {
          const down = sharePriceOf(backing(held, supply, digits), "down");
          const up = sharePriceOf(backing(held, supply, digits), "up");
          expect(up - down === 0n || up - down === 1n).toBe(true);
          fc.pre(up > 0n);
          const issued = toSharesDown(tokenAmount(deposit), up, digits);
          expect(toAssetsDown(issued, down, digits)).toBeLessThanOrEqual(deposit);
          expect(toAssetsDown(shares(supply), down, digits)).toBeLessThanOrEqual(held);
        },
      ),
    );
  });

  test("behavior: a gift of a million whole assets does not take a later deposit of one", () => {
    const price = sharePriceOf(backing(1n + 10n ** 12n, 10n ** 12n), "up");
    const issued = toSharesDown(tokenAmount(1_000_000n), price, 6);
    expect(issued).toBeGreaterThan(0n);
    expect(1_000_000n - toAssetsDown(issued, price, 6)).toBeLessThanOrEqual(1n);
  });

  test("default: conversion at the vault's price; a price of nothing issues nothing", () => {
    expect(convertToAssets(shares(95n * WAD), putVault())).toBe(99_999_999n);
    // 10^38 / 1,052,631,578,947,368,422
    expect(convertToShares(tokenAmount(100_000_000n), putVault())).toBe(94_999_999_999_999_999_914n);
    expect(convertToShares(tokenAmount(1n), putVault({ sharePrice: wad(0n) }))).toBe(0n);
  });
});

test("default: capacity counts what waits and is never negative", () => {
  const room = (totalAssets: bigint, pending: bigint) =>
    depositCapacity(putVault({ totalAssets: tokenAmount(totalAssets), pendingDepositAssets: tokenAmount(pending) }));
  expect(room(4_000_000_000_000n, 900_000_000_000n)).toMatchObject({ room: 100_000_000_000n, isFull: false });
  expect(room(5_000_000_000_000n, 1n)).toMatchObject({ room: 0n, isFull: true });
  expect(room(2_500_000_000_000n, 0n).filledShare).toBe(0.5);
});

test("default: a position is every share wherever it lies, and every asset once", () => {
  const value = positionValue(
    positionOf(
      {
        claimableDepositShares: shares(10n * WAD),
        pendingRedeemShares: shares(20n * WAD),
        refundableShares: shares(30n * WAD),
        pendingDepositAssets: tokenAmount(1n),
        claimableRedeemAssets: tokenAmount(2n),
        refundableAssets: tokenAmount(4n),
      },
      { shares: shares(40n * WAD) },
    ),
    putVault({ sharePrice: wad(2n * WAD) }),
  );
  expect(value).toEqual({
    sharesAtRisk: 100n * WAD,
    assetsAtRisk: 200_000_000n,
    pendingAssets: 1n,
    claimableAssets: 2n,
    refundableAssets: 4n,
    totalAssets: 200_000_007n,
    isEmpty: false,
  });
  expect(positionValue(positionOf(), putVault()).isEmpty).toBe(true);
});
