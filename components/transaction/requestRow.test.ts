import { describe, expect, it } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD } from "@/lib/units/Wad";
import { EXPIRY, NOW, positionOf, putVault } from "@/lib/vault/vaultFixture";
import { requestRows } from "./requestRow";

const vault = putVault();

describe("requestRows", () => {
  it("default: what can be taken comes first, each with its one action", () => {
    const position = positionOf({
      pendingDepositAssets: tokenAmount(25_000_000_000n),
      refundableAssets: tokenAmount(1_000_000n),
      claimableRedeemShares: shares(10n * WAD),
      claimableRedeemAssets: tokenAmount(10_500_000n),
    });
    const rows = requestRows([{ vault, position }], NOW);
    expect(rows.map(({ title, amount, verb, isReady }) => [title, amount, verb, isReady])).toEqual([
      ["Ready to claim", "10.50 USDC", "Claim", true],
      ["Ready to take back", "1.00 USDC", "Take back", true],
      ["Pending deposit", "25,000.00 USDC", "Cancel", false],
    ]);
    expect(rows[2]?.when).toBe("Fri 27 Nov, 08:00 UTC, in 4d 17h");
  });

  it("behavior: cancelling names all that the one call pays out", () => {
    const position = positionOf({
      pendingDepositAssets: tokenAmount(25_000_000n),
      refundableAssets: tokenAmount(1_000_000n),
      pendingRedeemShares: shares(7n),
      refundableShares: shares(2n),
    });
    const intents = requestRows([{ vault, position }], NOW).map(({ intent }) => intent);
    expect(intents.find(({ kind }) => kind === "cancelDeposit")).toMatchObject({ assets: 26_000_000n });
    expect(intents.find(({ kind }) => kind === "cancelRedeem")).toMatchObject({ shares: 9n });
  });

  it("behavior: after the expiry it says that the settlement is due", () => {
    const position = positionOf({ pendingRedeemShares: shares(WAD) });
    const [row] = requestRows([{ vault, position }], unixSeconds(EXPIRY + 5n));
    expect(row?.when).toBe("waits for the settlement, due now");
  });
});
