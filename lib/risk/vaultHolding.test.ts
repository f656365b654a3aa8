import { describe, expect, it } from "vitest";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { yearsBetween } from "@/lib/units/UnixSeconds";
import { WAD } from "@/lib/units/Wad";
import { EXPIRY, NOW, positionOf, putEpoch, putVault, WETH } from "@/lib/vault/vaultFixture";
import { greeksByUnderlying } from "./greeksByUnderlying";
import { heldVault } from "./vaultHoldingFixture";

function flatSlice(volatility: number) {
  const timeToExpiryYears = yearsBetween(NOW, EXPIRY);
  const svi = { a: volatility ** 2 * timeToExpiryYears, b: 0, rho: 0, m: 0, sigma: 0.1 };
  return { timeToExpiryYears, forward: 3450, svi, fit: { quotes: 9, rmsVolatility: 0.01, worstVolatility: 0.02 } };
}

describe("vaultHolding", () => {
  it("default: a hundredth of the shares has a hundredth of the epoch", () => {
    const { valueUsd, epochProfit, risk, isUnpriced } = heldVault();
    expect(isUnpriced).toBe(false);
    // 10,000 of 1,000,000 USDC at the opening: 3 of 300 puts and 60 of 6,000 USDC of premium.
    expect(risk[0]?.units).toBeCloseTo(10_000, 6);
    expect(valueUsd - (epochProfit?.usd ?? Number.NaN)).toBeCloseTo(10_000, 6);
    expect(epochProfit?.usd).toBeLessThan(60);
    expect(epochProfit?.usd).toBeGreaterThan(-60);
    const [eth] = greeksByUnderlying(risk);
    expect(eth?.valueUsd).toBeCloseTo(valueUsd, 6);
    expect(eth?.delta).toBeGreaterThan(0);
    expect(eth?.vegaPerPoint).toBeLessThan(0);
  });

  it("behavior: the market's surface comes before the fills, and who said so is kept", () => {
    const surface = { slices: [flatSlice(0.9)] };
    const view = { source: { name: "m" }, indexPrice: 3450, asOf: Number(NOW), surface, rmsVolatility: 0.01 };
    const byMarket = heldVault({ market: { ok: true, view } });
    expect(byMarket.volatility).toMatchObject({ source: "market", volatilities: [expect.closeTo(0.9, 12)] });
    expect(byMarket.risk[0]?.market.volatilities).toEqual([expect.closeTo(0.9, 12)]);
    const byFills = heldVault();
    expect(byFills.volatility).toMatchObject({ source: "fills" });
    // Short puts are worth less at the dearer volatility.
    expect(byMarket.valueUsd).toBeLessThan(byFills.valueUsd);
  });

  it("behavior: what waits or can be claimed counts at its face and carries no option", () => {
    const requests = {
      pendingDepositAssets: tokenAmount(1_000_000_000n),
      claimableRedeemAssets: tokenAmount(500_000_000n),
      refundableAssets: tokenAmount(250_000_000n),
    };
    const { valueUsd, atRiskUsd, epochProfit } = heldVault({ position: positionOf(requests) });
    expect(valueUsd).toBe(1750);
    expect(atRiskUsd).toBe(0);
    expect(epochProfit?.usd).toBeCloseTo(0, 12);
  });

  it("behavior: at rest there are no options, and the underlying itself still moves with its price", () => {
    const vault = putVault({ epoch: putEpoch({ phase: "idle" }), asset: WETH });
    const position = positionOf({ pendingDepositAssets: tokenAmount(2n * WAD) });
    const { valueUsd, epochProfit, risk } = heldVault({ vault, position, fills: [] });
    expect(valueUsd).toBe(6900);
    expect(epochProfit).toBeNull();
    expect(greeksByUnderlying(risk)[0]?.delta).toBe(2);
  });

  it("behavior: options without a volatility are said to be unpriced, never guessed", () => {
    const { isUnpriced, epochProfit, valueUsd } = heldVault({ fills: [] });
    expect(isUnpriced).toBe(true);
    expect(epochProfit).toBeNull();
    expect(valueUsd).toBeCloseTo(10_000, 3);
  });
});
