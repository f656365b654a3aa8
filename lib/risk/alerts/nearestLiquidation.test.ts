import fc from "fast-check";
import { expect, test } from "vitest";
import { OWNER } from "@/lib/vault/vaultFixture";
import { type LoanSide, shockedHealth } from "../stress/loanHealth";
import { nearestLiquidation } from "./nearestLiquidation";

const side = (kind: LoanSide["kind"], symbol: string, [countedUsd, debtUsd]: readonly [number, number]): LoanSide => ({
  ...{ kind, symbol, countedUsd, debtUsd },
});
const loanOf = (sides: readonly LoanSide[] | null) => ({ poolName: "Aave v3", owner: OWNER, sides });
const ETH = side("coin", "ETH", [59_000, 0]);
const BTC = side("coin", "BTC", [59_000, 0]);
const DOLLARS = side("quote", "USDC", [0, 100_000]);

test("default: of two collaterals the fall of both is nearer than that of one, by hand 1 − 100/118", () => {
  const found = nearestLiquidation(1.18, loanOf([ETH, BTC, DOLLARS]));
  expect(found).toEqual({ by: "common", coins: ["ETH", "BTC"], move: expect.closeTo(100 / 118 - 1, 12) });
});

test("behavior: one coin is told as that coin; a coin that is owed may be nearer alone than with the others", () => {
  expect(nearestLiquidation(1.18, loanOf([side("coin", "ETH", [118, 0]), side("quote", "USDC", [0, 100])]))).toEqual({
    ...{ by: "coin", coins: ["ETH"], move: expect.closeTo(100 / 118 - 1, 12) },
  });
  // 100 counted in ETH, 80 owed in BTC: a rise of BTC by a quarter, or a fall of ETH by a fifth.
  const hedged = loanOf([side("coin", "ETH", [100, 0]), side("coin", "BTC", [0, 80])]);
  expect(nearestLiquidation(1.25, hedged)).toEqual({
    ...{ by: "coin", coins: ["ETH"], move: expect.closeTo(-0.2, 12) },
  });
});

test.each([
  ["its pool counts in a way of its own", null],
  ["no coin brings it about", [side("quote", "USDC", [101, 0]), side("quote", "DAI", [0, 100])]],
] as const)("behavior: where %s, the pool's health says how near", (_, sides) => {
  expect(nearestLiquidation(1.01, loanOf(sides))).toEqual({
    ...{ by: "health", coins: [], move: expect.closeTo(-1 / 101, 12) },
  });
});

test("error: a health of 1, below it or none is liquidation now", () => {
  for (const health of [1, 0.4, 0, Number.NaN])
    expect(nearestLiquidation(health, loanOf(null))).toEqual({ by: "health", coins: [], move: 0 });
});

test("behavior: the move takes the loan's health to 1", () => {
  const usd = fc.double({ min: 1, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(usd, usd, usd, (eth, btc, owed) => {
      const loan = loanOf([
        side("coin", "ETH", [eth, 0]),
        side("coin", "BTC", [btc, 0]),
        side("quote", "USDC", [0, owed]),
      ]);
      const health = (eth + btc) / owed;
      fc.pre(health > 1.001);
      const { by, move } = nearestLiquidation(health, loan);
      expect(by).toBe("common");
      const shock = { id: "s", name: "S", source: "", volatilityMoves: {}, spotMoves: { ETH: move, BTC: move } };
      expect(shockedHealth(loan, shock)).toBeCloseTo(1, 9);
    }),
  );
});
