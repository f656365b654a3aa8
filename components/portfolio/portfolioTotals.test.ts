import { expect, test } from "vitest";
import { vaultHolding } from "@/lib/risk/vaultHolding";
import { shares } from "@/lib/units/Shares";
import { WAD } from "@/lib/units/Wad";
import { fillOf, NO_MARKET, NOW, positionOf, putVault } from "@/lib/vault/vaultFixture";
import { portfolioTotals } from "./portfolioTotals";

const held = (changes: Partial<Parameters<typeof vaultHolding>[0]> = {}) =>
  vaultHolding({
    vault: putVault(),
    fills: [fillOf()],
    position: positionOf({}, { shares: shares(9_500n * WAD) }),
    market: NO_MARKET,
    now: NOW,
    ...changes,
  });

test("default: two holdings are twice one", () => {
  const one = portfolioTotals([held()]);
  const two = portfolioTotals([held(), held()]);
  expect(two.netUsd).toBeCloseTo(2 * one.netUsd, 6);
  expect(two.vegaPerPoint).toBeCloseTo(2 * one.vegaPerPoint, 9);
  expect(two.gammaUsdPerPercent).toBeLessThan(0);
  expect(two.unpriced).toEqual([]);
});

test("behavior: options without a price leave no total that passes for theirs", () => {
  const totals = portfolioTotals([held(), held({ vault: putVault({ name: "Silent" }), fills: [] })]);
  expect(totals.unpriced).toEqual(["Silent"]);
  const { epochProfitUsd, deltaUsd, gammaUsdPerPercent, vegaPerPoint, thetaPerDay } = totals;
  expect([epochProfitUsd, deltaUsd, gammaUsdPerPercent, vegaPerPoint, thetaPerDay].every(Number.isNaN)).toBe(true);
  expect(totals.netUsd).toBeGreaterThan(19_000);
});

test("behavior: another underlying keeps its own", () => {
  const other = putVault({ underlyingSymbol: "BTC" });
  const { underlyings } = portfolioTotals([held(), held({ vault: other, fills: [] })]);
  expect(underlyings.map(({ delta }) => Number.isNaN(delta))).toEqual([false, true]);
});
