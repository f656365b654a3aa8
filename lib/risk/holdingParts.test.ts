import { describe, expect, it } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import { positionOf, putEpoch, putVault, WETH } from "@/lib/vault/vaultFixture";
import { holdingParts } from "./holdingParts";
import { heldVault } from "./vaultHoldingFixture";

const partsOf = (...changes: Parameters<typeof heldVault>) => holdingParts(heldVault(...changes));

const inCents = (usd: number) => Math.round(usd * 100);

describe("holdingParts", () => {
  it("default: shares, what the epoch made and what lies apart add up to the cent", () => {
    const requests = {
      pendingDepositAssets: tokenAmount(1_000_333_333n),
      claimableRedeemAssets: tokenAmount(500_666_666n),
      refundableAssets: tokenAmount(250_111_111n),
    };
    const parts = partsOf({ position: positionOf(requests, { shares: shares(9_500n * WAD) }) });
    expect(parts).toMatchObject({ pendingUsd: 1000.33, claimableUsd: 500.66, refundableUsd: 250.11 });
    // 9,500 shares are a hundredth of a vault of 1,000,000 USDC: shares times the settled price.
    expect(parts.openedUsd).toBe(10_000);
    expect(parts.epochUsd).not.toBe(0);
    expect(inCents(parts.openedUsd) + inCents(parts.epochUsd ?? Number.NaN)).toBe(inCents(parts.sharesUsd));
    expect(inCents(parts.sharesUsd) + inCents(parts.apartUsd)).toBe(inCents(parts.totalUsd));
    expect(parts.apartUsd).toBe(1751.1);
  });

  it("behavior: nothing apart leaves the shares as the total", () => {
    const { apartUsd, sharesUsd, totalUsd } = partsOf();
    expect(apartUsd).toBe(0);
    expect(totalUsd).toBe(sharesUsd);
  });

  it("behavior: without shares there is no result of the epoch, and a coin counts at its price", () => {
    const vault = putVault({ epoch: putEpoch({ phase: "idle" }), asset: WETH });
    const position = positionOf({ pendingDepositAssets: tokenAmount(2n * WAD) });
    expect(partsOf({ vault, position, fills: [] })).toMatchObject({
      epochUsd: null,
      sharesUsd: 0,
      pendingUsd: 6900,
      totalUsd: 6900,
    });
  });

  it("behavior: options that cannot be priced leave the shares at the last settlement", () => {
    const parts = partsOf({ fills: [] });
    expect(parts.epochUsd).toBeNull();
    expect(parts.openedUsd).toBe(parts.sharesUsd);
  });
});
