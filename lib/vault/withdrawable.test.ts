import { describe, expect, it } from "vitest";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { Loan } from "./Loan";
import type { Address } from "./Token";
import { withdrawable } from "./withdrawable";

const WETH: Address = `0x${"e1".repeat(20)}`;
const USDC: Address = `0x${"d2".repeat(20)}`;
const HELD = 10n * WAD;

/** Ten ether at 3,000 pledged, 16,500 dollars owed. */
const LOAN: Loan = {
  ...{ chainId: 1, pool: USDC, poolName: "Pool", owner: USDC, blockNumber: 1n, blockTimestamp: unixSeconds(1n) },
  collateralValue: price8(30_000_00000000n),
  debtValue: price8(16_500_00000000n),
  liquidationThreshold: bps(8_250n),
  health: wad((15n * WAD) / 10n),
  parts: [
    {
      asset: { address: WETH, symbol: "WETH", decimals: 18 },
      ...{ collateral: tokenAmount(HELD), debt: tokenAmount(0n), price: price8(3_000_00000000n) },
      liquidationThreshold: bps(8_250n),
    },
  ],
  isExplained: true,
};

describe("withdrawable", () => {
  it("default: by hand, (30,000 · 0.825 − 16,500 · 1.001) / (3,000 · 0.825) ether", () => {
    expect(withdrawable(LOAN, WETH, HELD)).toBe(3_326_666_666_666_666_666n);
  });

  it("behavior: all of it where nothing is owed or it is not pledged", () => {
    expect(withdrawable(null, WETH, HELD)).toBe(HELD);
    expect(withdrawable({ ...LOAN, health: null }, WETH, HELD)).toBe(HELD);
    expect(withdrawable(LOAN, USDC, 7n)).toBe(7n);
  });

  it("behavior: nothing of a loan that is hardly covered, or that the parts do not explain", () => {
    expect(withdrawable({ ...LOAN, debtValue: price8(24_740_00000000n) }, WETH, HELD)).toBe(0n);
    expect(withdrawable({ ...LOAN, isExplained: false }, WETH, HELD)).toBe(0n);
  });

  it("behavior: never more than is held", () => {
    expect(withdrawable({ ...LOAN, debtValue: price8(1n) }, WETH, WAD)).toBe(WAD);
  });
});
