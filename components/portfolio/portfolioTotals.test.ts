import { expect, test } from "vitest";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { putVault } from "@/lib/vault/vaultFixture";
import { portfolioTotals } from "./portfolioTotals";

test("default: two holdings are twice one", () => {
  const one = portfolioTotals({ holdings: [heldVault()] });
  const two = portfolioTotals({ holdings: [heldVault(), heldVault()] });
  expect(two.netUsd).toBeCloseTo(2 * one.netUsd, 6);
  expect(two.vegaPerPoint).toBeCloseTo(2 * one.vegaPerPoint, 9);
  expect(two.gammaUsdPerPercent).toBeLessThan(0);
  expect(two.unpriced).toEqual([]);
});

test("behavior: options without a price leave no total that passes for theirs", () => {
  const totals = portfolioTotals({
    holdings: [heldVault(), heldVault({ vault: putVault({ name: "Silent" }), fills: [] })],
  });
  expect(totals.unpriced).toEqual(["Silent"]);
  const { epochProfitUsd, deltaUsd, gammaUsdPerPercent, vegaPerPoint, thetaPerDay } = totals;
  expect([epochProfitUsd, deltaUsd, gammaUsdPerPercent, vegaPerPoint, thetaPerDay].every(Number.isNaN)).toBe(true);
  expect(totals.netUsd).toBeGreaterThan(19_000);
});

test("behavior: another underlying keeps its own", () => {
  const other = putVault({ underlyingSymbol: "BTC" });
  const { underlyings } = portfolioTotals({ holdings: [heldVault(), heldVault({ vault: other, fills: [] })] });
  expect(underlyings.map(({ delta }) => Number.isNaN(delta))).toEqual([false, true]);
});
