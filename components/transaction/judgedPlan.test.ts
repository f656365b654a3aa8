import { expect, test } from "vitest";
import { NOTHING_ELSEWHERE } from "@/components/portfolio/otherHoldings";
import type { WhatIfBase } from "@/components/portfolio/useWhatIfBase";
import { EMPTY_WALLET } from "@/components/portfolio/walletView";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import { exitOf } from "@/lib/risk/mandate/exitOf";
import { heldVault } from "@/lib/risk/vaultHoldingFixture";
import { vaultPartId } from "@/lib/risk/vaultPartId";
import { bookWithUnits } from "@/lib/risk/whatIf/bookWithUnits";
import { vaultUnit } from "@/lib/risk/whatIf/vaultUnit";
import type { Intent } from "@/lib/transaction/Intent";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import type { Address } from "@/lib/vault/Token";
import { fillOf, MARKET, NO_MARKET, NOW, positionOf, putVault, USDC } from "@/lib/vault/vaultFixture";
import { judgedPlan } from "./judgedPlan";
import { isJudged, planAmounts } from "./planAmounts";

const SECOND: Address = `0x${"d2".repeat(20)}`;
const [one, two] = [putVault(), putVault({ address: SECOND, name: "Second" })];

function baseOf({ market = MARKET, held = 9_500n } = {}): WhatIfBase {
  const position = positionOf({}, { shares: shares(held * WAD) });
  const holding = heldVault({ vault: one, market, position, fills: market.ok ? [fillOf()] : [] });
  const holdings = held === 0n ? [] : [holding];
  const book = holdingsBook(holdings);
  const vaults = [one, two].map((vault) => {
    const made = vaultUnit({ vault, fills: market.ok ? [fillOf()] : [], market, now: NOW });
    const heldUsd = vault === one && held > 0n ? holding.atRiskUsd : 0;
    return { vault, id: vaultPartId(vault), unit: made.ok ? made.unit : null, heldUsd };
  });
  const priced = vaults.flatMap((each) => (each.unit === null ? [] : [{ ...each, unit: each.unit }]));
  const portfolio = {
    holdings,
    others: NOTHING_ELSEWHERE,
    wallet: EMPTY_WALLET,
    book,
    marketOf: () => undefined,
    now: NOW,
    isReadingFills: false,
    fillsOf: () => [],
    vaults: [],
    leftOut: [],
  };
  return {
    stamp: "",
    inputs: { stamp: "", portfolio, quotes: [], volatilities: [], surfaceAsOf: null },
    vaults,
    priced,
    book: bookWithUnits(
      book,
      priced.map(({ unit }) => unit),
    ),
    lawCoins: { coins: [], quotes: [], volatilities: [] },
    exits: new Map(vaults.map(({ vault, id }) => [id, exitOf(vault, NOW, 0)])),
  };
}

function deposit(vault: Address, whole: bigint): Extract<Intent, { kind: "deposit" }> {
  const assets = tokenAmount(whole * 1_000_000n);
  const parts = [{ vault: { address: vault, name: "It" }, assets }];
  return { kind: "deposit", parts, asset: USDC, assets, isPaidInCoin: false, storesAllocation: false };
}

function redeem(whole: bigint): Extract<Intent, { kind: "redeem" }> {
  const vault = { address: one.address, name: one.name };
  return { kind: "redeem", parts: [{ vault, share: one.share, shares: shares(whole * WAD) }] };
}

test("default: a deposit is its dollars, a withdrawal its part of what the shares are worth", () => {
  const base = baseOf();
  expect(planAmounts({ intent: deposit(SECOND, 500n), chainId: 31_337 }, base)).toEqual([{ place: 1, dollars: 500 }]);
  const [half] = planAmounts({ intent: redeem(4_750n), chainId: 31_337 }, base) ?? [];
  expect(half?.dollars).toBeCloseTo(-(base.priced[0]?.heldUsd ?? NaN) / 2, 6);
  expect(isJudged(deposit(SECOND, 1n)) && isJudged(redeem(1n))).toBe(true);
  expect(isJudged({ kind: "setAllocation", asset: USDC, parts: [] })).toBe(false);
});

test("default: the first deposit is all of the value, which no smaller limit allows", () => {
  const mandate = { largestSharePerVault: 0.3, slowExit: 0.5, uncovered: 0 };
  const limits = judgedPlan({
    chainId: 31_337,
    base: baseOf({ held: 0n }),
    intent: deposit(SECOND, 500n),
    mandate,
    changes: null,
  });
  expect(limits.map(({ limit, before, after, verdict }) => [limit, before, after, verdict])).toEqual([
    ["largestSharePerVault", 0, 1, "breaks"],
    ["uncovered", 0, 0, "kept"],
    ["slowExit", 0, 0, "kept"],
  ]);
});

test("behavior: a deposit into another vault makes the largest share smaller", () => {
  const base = baseOf();
  const mandate = { largestSharePerVault: 0.3 };
  const [limit] = judgedPlan({ chainId: 31_337, base, intent: deposit(SECOND, 5_000n), mandate, changes: null });
  expect(limit).toMatchObject({ before: 1, verdict: "stays" });
  const held = base.priced[0]?.heldUsd ?? NaN;
  expect(limit?.after).toBeCloseTo(held / (held + 5_000), 9);
});

test("behavior: the shortfall is that of the scenarios with the amount, and unknown without them", () => {
  const base = baseOf();
  const mandate = { shortfall: 0.05 };
  const intent = deposit(SECOND, 5_000n);
  expect(judgedPlan({ chainId: 31_337, base, intent, mandate, changes: null })[0]?.verdict).toBe("unknown");
  const own = Float64Array.from({ length: 100 }, (_, index) => index - 1_000);
  const perDollar = [new Float64Array(100), new Float64Array(100).fill(-0.5)];
  const [limit] = judgedPlan({ chainId: 31_337, base, intent, mandate, changes: { own, perDollar } });
  const held = base.priced[0]?.heldUsd ?? NaN;
  expect(limit?.before).toBeCloseTo(998 / held, 9);
  expect(limit?.after).toBeCloseTo((998 + 2_500) / (held + 5_000), 9);
});

test("error: where an option has no price nothing is known, so nothing is broken or kept", () => {
  const base = baseOf({ market: NO_MARKET });
  const [limit] = judgedPlan({
    chainId: 31_337,
    base,
    intent: deposit(SECOND, 5_000n),
    mandate: { largestSharePerVault: 0.3 },
    changes: null,
  });
  expect(limit).toMatchObject({ before: null, after: null, verdict: "unknown" });
  expect(planAmounts({ intent: deposit(`0x${"ee".repeat(20)}`, 1n), chainId: 31_337 }, base)).toBeNull();
});

test("error: what is known to be missing is judged no more than an option without a price", () => {
  const base = baseOf();
  const { portfolio } = base.inputs;
  const failure = new GarbledAnswerError("totalAssets");
  const intent = deposit(SECOND, 5_000n);
  for (const changes of [
    { wallet: { ...EMPTY_WALLET, unpriced: ["ETH options"] } },
    { wallet: { ...EMPTY_WALLET, failure } },
    { others: { ...NOTHING_ELSEWHERE, unpriced: ["ODD owed to Aave v3"] } },
    { others: { ...NOTHING_ELSEWHERE, failures: [{ name: "Aave v3", failure }] } },
    { leftOut: ["Base"] },
  ]) {
    const inputs = { ...base.inputs, portfolio: { ...portfolio, ...changes } };
    const input = { chainId: 31_337, base: { ...base, inputs }, intent, mandate: { largestSharePerVault: 0.3 } };
    const [limit] = judgedPlan({ ...input, changes: null });
    expect(limit).toMatchObject({ before: null, after: null, verdict: "unknown" });
  }
});
