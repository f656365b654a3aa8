import { expect, test } from "vitest";
import type { LoanAtRisk, LoanSide } from "@/lib/risk/stress/loanHealth";
import { OWNER } from "@/lib/vault/vaultFixture";
import { loanLine, loanOutcome } from "./loanWords";

const side = (changes: Partial<LoanSide>): LoanSide => ({
  ...{ kind: "coin", symbol: "ETH", countedUsd: 0, debtUsd: 0, ...changes },
});
const loanOf = (sides: readonly LoanSide[] | null, poolName = "Aave v3"): LoanAtRisk => ({
  ...{ poolName, owner: OWNER, sides },
});
const owed = (debtUsd: number) =>
  loanOf([side({ countedUsd: 57_750 }), side({ kind: "quote", symbol: "USDC", debtUsd })]);
const fallBy = (share: number) => ({
  ...{ id: "s", name: "S", source: "", spotMoves: { ETH: -share }, volatilityMoves: {} },
});

test("default: the health, and below 1 in words what that means", () => {
  expect(loanOutcome(fallBy(0), [owed(40_000)])).toEqual({ text: "1.44", isLiquidatable: false, note: "" });
  expect(loanOutcome(fallBy(0.43), [owed(40_000)])).toEqual({
    ...{ text: "0.82", isLiquidatable: true, note: "could be liquidated" },
  });
  expect(loanOutcome(fallBy(0.43), [])).toBeNull();
});

test("behavior: the figure is cut, so that what can be liquidated never reads 1.00; a tiny debt has no figure to read", () => {
  expect(loanOutcome(fallBy(0), [owed(57_760)])).toMatchObject({ text: "0.99", isLiquidatable: true });
  expect(loanOutcome(fallBy(0), [owed(57_750)])).toMatchObject({ text: "1.00", isLiquidatable: false });
  expect(loanOutcome(fallBy(0), [owed(5)])).toMatchObject({ text: "over 100" });
});

test("behavior: of several the worst is named, and what cannot be reckoned is told", () => {
  const loans = [owed(40_000), { ...owed(50_000), poolName: "Other" }, loanOf(null)];
  expect(loanOutcome(fallBy(0), loans)).toEqual({
    ...{ text: "1.15", isLiquidatable: false, note: "at Other, 1 not reckoned" },
  });
  expect(loanOutcome(fallBy(0), [loanOf(null)])).toMatchObject({ text: "–", note: "cannot be reckoned" });
});

test("default: the smallest fall in words, and the ways in which there is none", () => {
  expect(loanLine(owed(40_000))).toEqual({
    ...{ label: "Loan at Aave v3", figure: "−30.7%" },
    sentence: "ETH falling by more than 30.7% takes its health below 1.00: it could be liquidated.",
  });
  const short = loanOf([side({ debtUsd: 6_000 }), side({ kind: "quote", symbol: "USDC", countedUsd: 8_000 })]);
  expect(loanLine(short)).toMatchObject({ figure: "+33.3%", sentence: expect.stringContaining("ETH rising") });
  const two = loanOf([
    ...[side({ countedUsd: 30_000 }), side({ symbol: "BTC", countedUsd: 27_750 })],
    side({ kind: "quote", symbol: "USDC", debtUsd: 40_000 }),
  ]);
  expect(loanLine(two).sentence).toContain("ETH and BTC together falling");
  expect(loanLine(owed(60_000))).toMatchObject({ figure: "now" });
  expect(loanLine(loanOf([side({ kind: "quote", symbol: "USDC", countedUsd: 2, debtUsd: 1 })]))).toMatchObject({
    figure: "none",
  });
  expect(loanLine(loanOf(null)).sentence).toMatch(/^Cannot be reckoned/);
});
