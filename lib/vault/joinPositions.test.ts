import { expect, test } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { joinPositions } from "./joinPositions";
import { positionValue } from "./positionValue";
import { positionOf, putVault } from "./vaultFixture";

const vault = putVault();
const one = positionOf(
  { pendingDepositAssets: tokenAmount(7n), claimableRedeemAssets: tokenAmount(3n) },
  { shares: shares(11n * 10n ** 18n) },
);
const two = positionOf({ refundableAssets: tokenAmount(5n) }, { shares: shares(2n * 10n ** 18n) });

test("default: together they hold the sum, vault by vault", () => {
  const other = { ...two, vault: `0x${"99".repeat(20)}` as const };
  const joined = joinPositions([one, other, two]);
  expect(joined.map(({ vault: address }) => address)).toEqual([one.vault, other.vault]);
  const [sum] = joined;
  if (!sum) throw new Error("no position");
  const parts = [one, two].map((position) => positionValue(position, vault));
  const value = positionValue(sum, vault);
  expect(value.sharesAtRisk).toBe(13n * 10n ** 18n);
  expect(value.pendingAssets).toBe(7n);
  expect(value.claimableAssets + value.refundableAssets).toBe(8n);
  // Each position's shares are rounded down to assets on their own.
  expect(
    Number(value.totalAssets - parts.reduce((total, { totalAssets }) => total + totalAssets, 0n)),
  ).toBeLessThanOrEqual(1);
});

test("behavior: one address alone keeps its own position, allowances included", () => {
  expect(joinPositions([one])).toEqual([one]);
});
