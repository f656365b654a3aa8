import { describe, expect, it } from "vitest";
import { reserveConfiguration, reserveUse, usedReserves } from "./reserveConfiguration";

describe("reserveConfiguration", () => {
  it("default: threshold, decimals, flags and cap at their bits", () => {
    const word = (8_250n << 16n) | (18n << 48n) | (1n << 56n) | (1n << 60n) | (1_234_567n << 116n) | 8_000n;
    expect(reserveConfiguration(word)).toEqual({
      liquidationThreshold: 8_250n,
      decimals: 18,
      isActive: true,
      isFrozen: false,
      isPaused: true,
      supplyCap: 1_234_567n,
    });
  });

  it("behavior: neighbours of a field do not leak into it", () => {
    const all = 2n ** 256n - 1n;
    const cleared = all ^ (65_535n << 16n) ^ (255n << 48n) ^ (((1n << 36n) - 1n) << 116n);
    expect(reserveConfiguration(cleared)).toMatchObject({ liquidationThreshold: 0n, decimals: 0, supplyCap: 0n });
  });
});

describe("reserveUse", () => {
  it("default: two bits a reserve, owed below and pledged above", () => {
    const word = 0b10_01_00_11n | (2n << 254n);
    expect([0, 1, 2, 3].map((id) => reserveUse(word, id))).toEqual([
      { isBorrowed: true, isCollateral: true },
      { isBorrowed: false, isCollateral: false },
      { isBorrowed: true, isCollateral: false },
      { isBorrowed: false, isCollateral: true },
    ]);
    expect(usedReserves(word)).toEqual([0, 2, 3, 127]);
  });
});
