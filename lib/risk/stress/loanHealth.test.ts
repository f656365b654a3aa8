import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { wad } from "@/lib/units/Wad";
import type { Loan, LoanPart } from "@/lib/vault/Loan";
import type { Token } from "@/lib/vault/Token";
import { OWNER, USDC, WETH } from "@/lib/vault/vaultFixture";
import type { TokenWorth } from "../yieldParts";
import { type LoanAtRisk, type LoanSide, liquidatingMove, loansAtRisk, shockedHealth } from "./loanHealth";
import type { Shock } from "./Shock";

const CBBTC: Token = { address: `0x${"b3".repeat(20)}`, symbol: "cbBTC", decimals: 8 };
const WORTHS = new Map<string, TokenWorth>([
  [WETH.address, { kind: "coin", symbol: "ETH", spot: 3_000 }],
  [CBBTC.address, { kind: "coin", symbol: "BTC", spot: 90_000 }],
  [USDC.address, { kind: "quote" }],
]);
const worthOf = (token: string) => WORTHS.get(token) ?? null;

type Numbers = {
  readonly collateral?: bigint;
  readonly debt?: bigint;
  readonly dollars: bigint;
  readonly counts: bigint;
};

function part(asset: Token, { collateral = 0n, debt = 0n, dollars, counts }: Numbers): LoanPart {
  const scale = 10n ** BigInt(asset.decimals);
  return {
    asset,
    collateral: tokenAmount(collateral * scale),
    debt: tokenAmount(debt * scale),
    price: price8(dollars * 10n ** 8n),
    liquidationThreshold: bps(counts),
  };
}

function loanOf(parts: readonly LoanPart[], changes: Partial<Loan> = {}): Loan {
  return {
    ...{ chainId: 1, pool: WETH.address, poolName: "Aave v3", owner: OWNER, blockNumber: 1n },
    blockTimestamp: 1n as Loan["blockTimestamp"],
    ...{ collateralValue: price8(0n), debtValue: price8(0n), liquidationThreshold: bps(0n) },
    ...{ health: wad(1n), parts, isExplained: true, ...changes },
  };
}

/** 10 ETH at $3,000 that count by 82.5 % and 1 BTC at $90,000 by 75 %, against 60,000 USDC and 4 ETH of debt. */
const PARTS = [
  part(WETH, { collateral: 10n, debt: 4n, dollars: 3_000n, counts: 8_250n }),
  part(CBBTC, { collateral: 1n, dollars: 90_000n, counts: 7_500n }),
  part(USDC, { debt: 60_000n, dollars: 1n, counts: 8_000n }),
];
const shock = (changes: Partial<Shock>): Shock => ({
  ...{ id: "s", name: "S", source: "", spotMoves: {}, volatilityMoves: {}, ...changes },
});

function only(loan: Loan): LoanAtRisk {
  const [first] = loansAtRisk([loan], worthOf);
  if (first === undefined) throw new Error("a loan");
  return first;
}

describe("a loan's health under a shock", () => {
  const loan = only(loanOf(PARTS));

  test("default: by hand, (24,750 + 67,500) / (60,000 + 12,000) now, each side moved by its own price then", () => {
    expect(shockedHealth(loan, shock({}))).toBeCloseTo(92_250 / 72_000, 12);
    // ETH −40 %: 14,850 counted, 7,200 owed; BTC −20 %: 54,000 counted.
    const fall = shock({ spotMoves: { ETH: -0.4, BTC: -0.2 } });
    expect(shockedHealth(loan, fall)).toBeCloseTo((14_850 + 54_000) / (60_000 + 7_200), 12);
    expect(shockedHealth(loan, shock({ pegs: { USDC: 0.95 } }))).toBeCloseTo(92_250 / (57_000 + 12_000), 12);
  });

  test("behavior: a coin that the shock does not name moves like the farthest that it does", () => {
    expect(shockedHealth(loan, shock({ spotMoves: { SOL: -0.5 } }))).toBeCloseTo(46_125 / 66_000, 12);
  });

  test("behavior: without debt there is no loan; nothing is reckoned of what nobody explains or prices", () => {
    expect(loansAtRisk([loanOf(PARTS, { health: null })], worthOf)).toEqual([]);
    expect(only(loanOf(PARTS, { isExplained: false })).sides).toBeNull();
    const strange = part({ ...CBBTC, address: OWNER }, { collateral: 1n, dollars: 5n, counts: 5_000n });
    const unknown = only(loanOf([...PARTS, strange]));
    expect(unknown.sides).toBeNull();
    expect(shockedHealth(unknown, shock({}))).toBeNaN();
    expect(liquidatingMove(unknown)).toBeNull();
    // One that is neither pledged nor owed says nothing.
    expect(only(loanOf([...PARTS, { ...strange, collateral: tokenAmount(0n) }])).sides).toHaveLength(3);
  });
});

describe("the smallest move that lets a loan be liquidated", () => {
  test("default: by hand, (1 + s)·(92,250 − 12,000) = 60,000", () => {
    const found = liquidatingMove(only(loanOf(PARTS)));
    expect(found?.coins).toEqual(["ETH", "BTC"]);
    expect(found?.spotMove).toBeCloseTo(60_000 / 80_250 - 1, 12);
  });

  test("behavior: a coin that is owed liquidates by rising; by hand, 8,000 / 6,000 − 1", () => {
    const parts = [
      part(USDC, { collateral: 10_000n, dollars: 1n, counts: 8_000n }),
      part(WETH, { debt: 2n, dollars: 3_000n, counts: 8_250n }),
    ];
    expect(liquidatingMove(only(loanOf(parts)))?.spotMove).toBeCloseTo(1 / 3, 12);
  });

  test("behavior: none where no common move does it alone, 0 where it can be liquidated now", () => {
    const dollars = part(USDC, { collateral: 10_000n, debt: 5_000n, dollars: 1n, counts: 8_000n });
    const coins = part(WETH, { collateral: 10n, debt: 2n, dollars: 3_000n, counts: 8_250n });
    expect(liquidatingMove(only(loanOf([dollars])))).toBeNull();
    expect(liquidatingMove(only(loanOf([coins])))).toBeNull();
    expect(liquidatingMove(only(loanOf([dollars, coins])))).toBeNull();
    const under = part(WETH, { collateral: 1n, debt: 1n, dollars: 3_000n, counts: 8_250n });
    expect(liquidatingMove(only(loanOf([under])))?.spotMove).toBe(0);
  });

  test("behavior: at the move the health is 1", () => {
    const side = fc.record<LoanSide>({
      kind: fc.constantFrom("coin", "quote"),
      symbol: fc.constantFrom("ETH", "USDC"),
      countedUsd: fc.double({ min: 0, max: 1e6, noNaN: true }),
      debtUsd: fc.double({ min: 1, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(side, { minLength: 1, maxLength: 5 }), (sides) => {
        const loan: LoanAtRisk = { poolName: "Aave v3", owner: OWNER, sides };
        const found = liquidatingMove(loan);
        if (found === null || found.spotMove === 0) return;
        const moved = shock({ spotMoves: { ETH: found.spotMove, USDC: found.spotMove } });
        expect(shockedHealth(loan, moved)).toBeCloseTo(1, 6);
      }),
    );
  });
});
