import { describe, expect, test } from "vitest";
import { shares, sharesToNumber } from "@/lib/units/Shares";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { fillOf, NO_MARKET, NOW, pastEpoch, positionOf, putEpoch, putVault, WETH } from "@/lib/vault/vaultFixture";
import { basisOptions, basisUnits } from "./basisOptions";
import { computeVaultFigures } from "./computeVaultFigures";
import { profitSoFar } from "./profitAt";

const MOMENT = { now: NOW, market: NO_MARKET };

const WHOLE = 10n ** 18n;
const past = { pastEpochs: [pastEpoch(11, WHOLE)], fills: [fillOf()] };

describe("figures of a vault", () => {
  test("default: premium, its year and the worst twentieth of a live epoch", () => {
    const figures = computeVaultFigures(putVault(), past, MOMENT);
    expect(figures).toMatchObject({
      basis: "sold",
      spot: 3450,
      assetUsd: 1,
      depositsUsd: 1_006_000,
      capUsd: 5_000_000,
    });
    expect(figures.premium).toBeCloseTo(6_000 / 1_000_000, 12);
    // simple: 365 days by the length of this epoch, 7 days less 10 minutes
    expect(figures.projected).toBeCloseTo((0.006 * 31_536_000) / (604_800 - 600), 12);
    expect(figures.largestLoss).toBeCloseTo(0.006 - 300 * 3100e-6, 12);
    const tail = figures.tail?.expectedShortfall ?? Number.NaN;
    expect(tail).toBeLessThan(-0.01);
    expect(tail).toBeGreaterThan(figures.largestLoss);
  });

  test("behavior: without events nothing that they tell is shown", () => {
    const figures = computeVaultFigures(putVault(), undefined, MOMENT);
    expect(figures).toMatchObject({ volatility: null, market: null, tail: null, realised: null });
    expect(profitSoFar(figures)).toBeNull();
  });

  test("behavior: at rest a vault is its deposit and nothing is projected", () => {
    const figures = computeVaultFigures(putVault({ epoch: putEpoch({ phase: "idle" }) }), past, MOMENT);
    expect(figures).toMatchObject({ basis: "none", premium: null, projected: null, tail: null, largestLoss: 0 });
    expect(figures.product.legs).toEqual([]);
    expect(profitSoFar(figures)).toBe(0);
  });

  test("behavior: a deposit in the coin is told in dollars at spot, and its loss is the coin's whole fall", () => {
    const figures = computeVaultFigures(putVault({ asset: WETH, epoch: putEpoch({ legs: [] }) }), past, MOMENT);
    expect(figures.assetUsd).toBe(3450);
    expect(figures.largestLoss).toBe(-1);
  });

  test("behavior: the price is stale beyond the oracle's own bound", () => {
    const at = (seconds: bigint) =>
      computeVaultFigures(putVault(), past, { now: unixSeconds(NOW - 60n + seconds), market: NO_MARKET }).isSpotStale;
    expect([at(3600n), at(3601n)]).toEqual([false, true]);
  });
});

describe("amounts of the payoff", () => {
  const figures = computeVaultFigures(putVault(), past, MOMENT);

  test("default: a round amount and the whole vault; yours only with shares at risk", () => {
    expect(basisOptions(figures, null).map(({ label }) => label)).toEqual(["Per 10,000 USDC", "Whole vault"]);
    expect(basisOptions(figures, positionOf()).map(({ value }) => value)).toEqual(["round", "vault"]);
    const held = positionOf({}, { shares: shares(9_500n * WHOLE) });
    expect(basisOptions(figures, held)[1]).toEqual({ value: "yours", label: "Your 9,999 USDC" });
  });

  test("behavior: shares are units at the opening, and all shares are the whole vault", () => {
    const all = positionOf({}, { shares: putVault().totalShares });
    expect(basisUnits(figures, "yours", all)).toBeCloseTo(basisUnits(figures, "vault", null), 6);
    expect(sharesToNumber(all.shares) * figures.unitsPerShare).toBeCloseTo(1_000_000, 6);
  });
});
