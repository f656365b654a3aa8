import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bps } from "@/lib/units/Bps";
import { type Price8, price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import type { LoanPart } from "./Loan";
import { healthOf, largestCollateral, liquidationPrice } from "./liquidationPrice";
import type { Address } from "./Token";

const WETH: Address = `0x${"e1".repeat(20)}`;
const USDC: Address = `0x${"d2".repeat(20)}`;
const CBBTC: Address = `0x${"b3".repeat(20)}`;

type Numbers = {
  readonly collateral?: bigint;
  readonly debt?: bigint;
  readonly price: bigint;
  readonly threshold: bigint;
};

function part(address: Address, decimals: number, { collateral = 0n, debt = 0n, price, threshold }: Numbers): LoanPart {
  return {
    asset: { address, symbol: "T", decimals },
    collateral: tokenAmount(collateral),
    debt: tokenAmount(debt),
    price: price8(price),
    liquidationThreshold: bps(threshold),
  };
}

const ether = (numbers: Partial<Numbers>) => part(WETH, 18, { price: 3_000_00000000n, threshold: 8_250n, ...numbers });
const dollar = (numbers: Partial<Numbers>) => part(USDC, 6, { price: 1_00000000n, threshold: 8_000n, ...numbers });
const bitcoin = (numbers: Partial<Numbers>) =>
  part(CBBTC, 8, { price: 90_000_00000000n, threshold: 7_500n, ...numbers });
const told = (parts: readonly LoanPart[], asset: Address) => liquidationPrice({ parts, isExplained: true }, asset);
const at = (parts: readonly LoanPart[], asset: Address, price: Price8) =>
  healthOf(parts.map((one) => (one.asset.address === asset ? { ...one, price } : one)));

describe("liquidationPrice", () => {
  it("default: ten ether against 16,500 dollars, by hand: 16,500 / (10 · 0.825) = 2,000", () => {
    const parts = [ether({ collateral: 10n * WAD }), dollar({ debt: 16_500_000_000n })];
    expect(healthOf(parts)).toBe((15n * WAD) / 10n);
    expect(told(parts, WETH)).toEqual({ price: 2_000_00000000n, side: "below" });
  });

  it("behavior: other collateral lowers it, by hand: (16,500 − 5,000 · 0.8) / 8.25 = 1,515.15151516 rounded up", () => {
    const parts = [ether({ collateral: 10n * WAD }), dollar({ debt: 16_500_000_000n, collateral: 5_000_000_000n })];
    expect(told(parts, WETH)).toEqual({ price: 1_515_15151516n, side: "below" });
  });

  it("behavior: a coin that is owed liquidates from above, by hand: 10,000 · 0.8 / 2 = 4,000", () => {
    const parts = [ether({ debt: 2n * WAD }), dollar({ collateral: 10_000_000_000n })];
    expect(told(parts, WETH)).toEqual({ price: 4_000_00000000n, side: "above" });
  });

  it("behavior: none without debt, for an asset that cannot bring it about, and where the parts explain nothing", () => {
    expect(told([ether({ collateral: WAD })], WETH)).toBeNull();
    const covered = [ether({ collateral: WAD }), dollar({ collateral: 9_000_000_000n, debt: 100_000_000n })];
    expect(told(covered, WETH)).toBeNull();
    expect(told(covered, CBBTC)).toBeNull();
    const parts = [ether({ collateral: 10n * WAD }), dollar({ debt: 16_500_000_000n })];
    expect(liquidationPrice({ parts, isExplained: false }, WETH)).toBeNull();
  });

  it("behavior: at the price itself the health is on the safe side of 1 by less than a millionth, past it below 1", () => {
    const amount = fc.bigInt({ min: 10n ** 15n, max: 10n ** 21n });
    const dollars = fc.bigInt({ min: 10n ** 6n, max: 10n ** 13n });
    const satoshis = fc.bigInt({ min: 0n, max: 10n ** 10n });
    fc.assert(
      fc.property(amount, dollars, satoshis, (collateral, debt, held) => {
        const parts = [ether({ collateral }), dollar({ debt }), bitcoin({ collateral: held })];
        const found = told(parts, WETH);
        if (found === null || found.price < 1_000_000n) return;
        const exact = at(parts, WETH, found.price) ?? 0n;
        expect(exact >= WAD - 1n && exact - WAD < WAD / 1_000_000n + WAD / found.price).toBe(true);
        expect(at(parts, WETH, price8(found.price - found.price / 100_000n - 1n))).toBeLessThan(WAD);
      }),
    );
  });

  it("behavior: the main collateral is the one that counts most", () => {
    const [a, b] = [ether({ collateral: WAD }), bitcoin({ collateral: 10n ** 8n })];
    expect(largestCollateral([a, b, dollar({ debt: 1n })])).toBe(b);
    expect(largestCollateral([dollar({ debt: 1n })])).toBeNull();
  });
});
