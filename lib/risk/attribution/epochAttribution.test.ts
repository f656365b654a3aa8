import { describe, expect, test } from "vitest";
import { black } from "@/lib/pricing/black";
import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { CashFlow } from "@/lib/vault/cashFlows";
import {
  EXPIRY,
  fillOf,
  leg,
  MARKET,
  NOW,
  OPENED,
  positionOf,
  putEpoch,
  putVault,
  WETH,
} from "@/lib/vault/vaultFixture";
import { heldVault } from "../vaultHoldingFixture";
import { CAUSES } from "./Attribution";
import { type EpochAttributionInput, epochAttribution, summedEpochs } from "./epochAttribution";
import { fairAtSale } from "./fairAtSale";

const fills = [fillOf()];
const NONE = { fills, now: NOW, flows: null, fairVolatilities: null } as const;

function change(input: Partial<EpochAttributionInput> = {}) {
  const found = epochAttribution({ holding: heldVault({ market: MARKET }), ...NONE, ...input });
  if (found === null) throw new Error("nothing held");
  return found;
}

function sumOf({ causes }: ReturnType<typeof change>): number {
  return CAUSES.reduce((total, cause) => total + causes[cause], 0);
}

function flow(changes: Partial<CashFlow>): CashFlow {
  return {
    ...{ at: unixSeconds(OPENED + 100_000n), transaction: `0x${"12".repeat(32)}`, kind: "deposit", isIn: true },
    ...{ assets: tokenAmount(0n), shares: null, sharePrice: null, other: null, assetUsd: 1, usd: 0 },
    ...changes,
  } as CashFlow;
}

describe("what an epoch's change is made of", () => {
  test("default: the causes add up, and start and total are the end: the holding's result less what has accrued in fees", () => {
    const holding = heldVault({ market: MARKET });
    const found = change({ holding });
    expect(Math.abs(sumOf(found) - found.causes.total)).toBeLessThan(1e-9);
    expect(Math.abs(found.startUsd + found.causes.total - found.endUsd)).toBeLessThan(1e-9);
    // The result counts from the deposit, the attribution from deposit, premium and options sold: the same but for rounding of the fills.
    expect(found.causes.total - found.causes.fees).toBeCloseTo(holding.epochProfit?.usd ?? Number.NaN, 2);
    expect(found.causes.theta).toBeGreaterThan(0);
    expect(found.causes).toMatchObject({ premium: 0, deposits: 0 });
    expect(found.causes.fees).toBeLessThan(0);
    expect(found).toMatchObject({ isEdgeKnown: false, areFlowsKnown: false });
  });

  test("behavior: at the moment of the sale there is nothing to tell but the fees of the minutes since the opening", () => {
    const spot = { ...heldVault().vault.spot, price: heldVault().vault.epoch.spotAtOpen };
    const vault = { ...heldVault().vault, spot };
    const { filledAt } = fillOf();
    const found = change({ holding: heldVault({ vault, now: filledAt }), now: filledAt });
    for (const cause of CAUSES.filter((one) => one !== "fees"))
      expect(Math.abs(found.causes[cause])).toBeLessThan(0.01);
    expect(found.causes.fees).toBeLessThan(0);
  });

  test("behavior: a surface of the sale's time tells the auction's edge, and the whole is the same", () => {
    const without = change();
    const fair = [0.62];
    const found = change({ fairVolatilities: fair });
    expect(found.causes.total).toBeCloseTo(without.causes.total, 9);
    expect(found.startUsd).toBeCloseTo(without.startUsd, 9);
    expect(Math.abs(sumOf(found) - found.causes.total)).toBeLessThan(1e-9);
    // By hand: the holding has 9,500 of 950,000 shares, so 3 of the 300 options, each sold for 20 USDC at 3,482.16.
    const years = yearsBetween(fillOf().filledAt, EXPIRY);
    const { price } = black({
      forward: 3_482.16,
      strike: 3_100,
      timeToExpiryYears: years,
      volatility: 0.62,
      isPut: true,
    });
    expect(found.causes.premium).toBeCloseTo(3 * (20 - price), 6);
    expect(found.isEdgeKnown).toBe(true);
  });

  test("error: without fills, or without options, there is none", () => {
    const holding = heldVault({ market: MARKET });
    expect(epochAttribution({ ...NONE, holding, fills: [] })).toBeNull();
    expect(epochAttribution({ ...NONE, holding: { ...holding, epochProfit: null } })).toBeNull();
    expect(summedEpochs([])).toBeNull();
  });
});

describe("what came and went", () => {
  test("default: dollars that were asked to join are a deposit to the cent, and change no other cause", () => {
    const position = positionOf(
      { pendingDepositAssets: tokenAmount(2_500_000_000n) },
      { shares: shares(9_500n * WAD) },
    );
    const holding = heldVault({ market: MARKET, position });
    const before = change();
    const found = change({ holding, flows: [flow({ assets: tokenAmount(2_500_000_000n), usd: 2_500 })] });
    expect(found.causes.deposits).toBe(2_500);
    expect(found.startUsd).toBeCloseTo(before.startUsd, 9);
    expect(found.endUsd).toBeCloseTo(before.endUsd + 2_500, 9);
    for (const cause of ["delta", "theta", "vega", "fees", "unexplained"] as const)
      expect(found.causes[cause]).toBeCloseTo(before.causes[cause], 9);
  });

  test("behavior: what was claimed was there at the start, and shares that were sent away too", () => {
    const flows = [
      flow({
        kind: "withdrawal",
        isIn: false,
        assets: tokenAmount(400_000_000n),
        shares: shares(380n * WAD),
        usd: 400,
      }),
      flow({
        ...{ kind: "sharesSent", isIn: false, shares: shares(500n * WAD), sharePrice: wad(WAD) },
        ...{ assets: tokenAmount(526_000_000n), usd: 526 },
      }),
    ];
    const [before, found] = [change(), change({ flows })];
    expect(found.causes.deposits).toBe(-926);
    // 9,500 shares now were 10,000.
    expect(found.startUsd).toBeCloseTo((before.startUsd * 10_000) / 9_500 + 400, 6);
    expect(found.causes.theta).toBeCloseTo((before.causes.theta * 10_000) / 9_500, 6);
    expect(Math.abs(sumOf(found) - found.causes.total)).toBeLessThan(1e-9);
    expect(Math.abs(found.startUsd + found.causes.total - found.endUsd)).toBeLessThan(1e-9);
  });

  test("behavior: a coin that came in counts at its price then, and what the price did to it since is delta", () => {
    const vault = putVault({ asset: WETH, highWaterMark: wad(10n * WAD), epoch: coinEpoch() });
    const position = positionOf({ pendingDepositAssets: tokenAmount(2n * WAD) }, { shares: shares(9_500n * WAD) });
    const sold = [fillOf({ legPrices: [tokenAmount(WAD / 100n)], premium: tokenAmount(3n * WAD) })];
    const at = { market: MARKET, vault, fills: sold };
    const came = flow({ assets: tokenAmount(2n * WAD), assetUsd: 3_500, usd: 7_000 });
    const before = change({ holding: heldVault(at), fills: sold, flows: [] });
    const found = change({ holding: heldVault({ ...at, position }), fills: sold, flows: [came] });
    expect(found.causes.deposits).toBe(7_000);
    // Now at 3,450: 2 · (3,450 − 3,500).
    expect(found.causes.delta - before.causes.delta).toBeCloseTo(-100, 6);
    expect(found.endUsd - before.endUsd).toBeCloseTo(6_900, 6);
    expect(found.causes.unexplained).toBeCloseTo(before.causes.unexplained, 6);
  });
});

test("fees: by hand, management on time and performance above the mark", () => {
  const holding = heldVault({ market: MARKET });
  const { valueUsd } = holding;
  const years = yearsBetween(OPENED, NOW);
  const perShare = valueUsd / 9_500;
  const management = perShare * 0.01 * years;
  const performance = 0.1 * Math.max(0, perShare - management - 1.052_631_578_947_368_4);
  expect(performance).toBeGreaterThan(0);
  expect(change({ holding }).causes.fees).toBeCloseTo(-9_500 * (management + performance), 6);
});

test("fair at the sale: a surface made within its life of the sale, and no other", () => {
  const { vault } = heldVault();
  const atSale = (seconds: number) => {
    if (!MARKET.ok) throw new Error("a market");
    return { ...MARKET, view: { ...MARKET.view, asOf: Number(fillOf().filledAt) + seconds } };
  };
  for (const seconds of [-299, 0, 299]) expect(fairAtSale(vault, fills, atSale(seconds))).toEqual([expect.any(Number)]);
  for (const seconds of [-301, 301]) expect(fairAtSale(vault, fills, atSale(seconds))).toBeNull();
  expect(fairAtSale(vault, [], atSale(0))).toBeNull();
  expect(fairAtSale(vault, fills, undefined)).toBeNull();
});

function coinEpoch() {
  return putEpoch({
    ...{ assetsAtOpen: tokenAmount(300n * WAD), premium: 3n * WAD, spotAtOpen: price8(348_216_000_000n) },
    legs: [leg(false, -1, 3_900n)],
  });
}
