import { expect, test } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { nextAction, requestLedger } from "./requestLedger";
import { EXPIRY, NOW, positionOf, putVault } from "./vaultFixture";

test("default: money first, then shares, then what comes back, then what waits, each with its date", () => {
  const position = positionOf({
    pendingDepositAssets: tokenAmount(1n),
    claimableDepositAssets: tokenAmount(2n),
    claimableDepositShares: shares(3n),
    refundableAssets: tokenAmount(4n),
    pendingRedeemShares: shares(5n),
    claimableRedeemShares: shares(6n),
    claimableRedeemAssets: tokenAmount(7n),
    refundableShares: shares(8n),
  });
  const until = { at: EXPIRY, isFixed: true };
  const rows = requestLedger(position, putVault(), NOW);
  expect(rows).toEqual([
    { kind: "claimAssets", assets: 7n, shares: 6n },
    { kind: "claimShares", assets: 2n, shares: 3n },
    { kind: "refundAssets", assets: 4n },
    { kind: "refundShares", shares: 8n },
    { kind: "waitForShares", assets: 1n, until },
    { kind: "waitForAssets", shares: 5n, until },
  ]);
  expect(nextAction(position, putVault(), NOW)).toEqual(rows[0]);
});

test("default: nothing open, nothing to do", () => {
  expect(nextAction(positionOf({}, { shares: shares(9n) }), putVault(), NOW)).toBeNull();
});

test("behavior: a deposit that rounds to no share offers no claim: there is nothing to claim", () => {
  const position = positionOf({ claimableDepositAssets: tokenAmount(1n) });
  expect(requestLedger(position, putVault(), NOW)).toEqual([]);
});

test("behavior: redemptions of a vault that lost all are still claimed, for nothing", () => {
  const position = positionOf({ claimableRedeemShares: shares(6n) });
  expect(nextAction(position, putVault(), NOW)).toEqual({ kind: "claimAssets", assets: 0n, shares: 6n });
});
