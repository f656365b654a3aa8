import { describe, expect, test } from "vitest";
import { entryValue } from "@/lib/products/Product";
import { positionGreeks } from "@/lib/risk/positionGreeks";
import { vaultHolding } from "@/lib/risk/vaultHolding";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { MarketSurface } from "@/lib/vault/MarketSurface";
import { fillOf, leg, MARKET, NO_MARKET, NOW, positionOf, putEpoch, putVault } from "@/lib/vault/vaultFixture";
import { basisUnits } from "./basisOptions";
import { blackScenario, blackValuation } from "./blackValuation";
import { computeVaultFigures } from "./computeVaultFigures";
import { fairAtSale } from "./fairAtSale";
import { type LegMarksInput, legMarks, packageSum } from "./legMarks";
import { blackMarket, defaultChoice } from "./modelChoice";
import { outcomePieces } from "./outcomePieces";
import { payoffAtExpiry, payoffToday } from "./payoffShape";
import { profitSoFar } from "./profitAt";
import { type Scenario, scenarioLabel, scenarioMarket, NOW as UNCHANGED } from "./Scenario";
import type { VaultFigures } from "./VaultFigures";

const fills = [fillOf()];
const past = { pastEpochs: [], fills };
const at = (market: MarketSurface | undefined) => computeVaultFigures(putVault(), past, { now: NOW, market });
const byFills = at(NO_MARKET);
const byMarket = at(MARKET);

function marksOf(figures: VaultFigures, changes: Partial<LegMarksInput> = {}) {
  const choice = defaultChoice(figures);
  const values = choice === null ? null : (blackValuation(figures, choice)?.legs ?? null);
  return legMarks({ figures, fills, values, fairs: null, ...changes });
}

function valuedIn(figures: VaultFigures, scenario: Scenario) {
  const choice = defaultChoice(figures) ?? "fills";
  const market = blackMarket(figures, choice);
  return market === null ? null : blackScenario(figures.product, { choice, market }, scenario);
}

describe("legs", () => {
  test.each([
    ["fills", byFills],
    ["market", byMarket],
  ])("default: what the legs brought is what the deposit made, by the %s", (_, figures) => {
    const legs = marksOf(figures);
    const perPackage = packageSum(legs, ({ profit }) => profit) ?? Number.NaN;
    expect(legs[0]).toMatchObject({ fill: 20, strike: 3100, side: -1 });
    // 300 packages on 1,000,000 USDC
    expect((perPackage * 300) / 1_000_000).toBeCloseTo(profitSoFar(figures) ?? Number.NaN, 9);
  });

  test("behavior: the volatility of the sale stands beside the market's", () => {
    const [leg] = marksOf(byMarket);
    expect(leg?.volatilityAtSale).toBe(byFills.entry?.ok && byFills.entry.volatilities[0]);
    expect(leg?.volatilityNow).toBe(byMarket.volatility?.ok && byMarket.volatility.volatilities[0]);
    expect(marksOf(byFills)[0]).toMatchObject({ volatilityNow: null, fair: null });
  });

  test("behavior: fair is the price that today's smile gives the option of then, and needs a market", () => {
    const [fair] = fairAtSale(byMarket, MARKET) ?? [];
    expect(fair).toBeGreaterThan(5);
    expect(fair).toBeLessThan(40);
    expect(fairAtSale(byFills, NO_MARKET)).toBeNull();
    expect(fairAtSale(computeVaultFigures(putVault(), undefined, { now: NOW, market: MARKET }), MARKET)).toBeNull();
  });

  test("error: without values there is no mark, and one unknown leg makes the sum unknown", () => {
    const legs = marksOf(byFills, { values: null });
    expect(legs[0]).toMatchObject({ mark: null, profit: null, delta: null, itmOdds: null });
    expect(packageSum(legs, ({ mark }) => mark)).toBeNull();
  });
});

describe("one market for every figure", () => {
  const held = positionOf({}, { shares: shares(9_500n * 10n ** 18n) });

  test.each([
    ["fills", NO_MARKET, byFills],
    ["market", MARKET, byMarket],
  ])("behavior: the page and the portfolio value a position alike, by the %s", (_, market, figures) => {
    const holding = vaultHolding({ vault: putVault(), fills, position: held, now: NOW, market });
    const units = basisUnits(figures, "yours", held);
    const valued = valuedIn(figures, UNCHANGED);
    const profit = units * (valued?.profit(figures.spot) ?? Number.NaN);
    expect(holding.epochProfit?.usd).toBeCloseTo(profit, 6);
    expect(holding.atRiskUsd).toBeCloseTo(units * entryValue(figures.product, "usd") + profit, 6);
    const options = holding.risk[0];
    expect(options && positionGreeks(options).delta).toBeCloseTo(units * (valued?.greeks.delta ?? Number.NaN), 9);
  });

  test("behavior: marks follow the market, the tail stays with the sale", () => {
    expect(byMarket.market?.volatilities).not.toEqual(byFills.market?.volatilities);
    expect(byMarket.tail).toEqual(byFills.tail);
  });

  test("behavior: a surface that has grown old gives way to the fills", () => {
    const later = { now: unixSeconds(NOW + 400n), market: MARKET };
    expect(computeVaultFigures(putVault(), past, later).volatility).toMatchObject({ source: "fills" });
  });

  test("behavior: while the market is asked nothing is valued, and the fills never stand in for a moment", () => {
    expect(at(undefined)).toMatchObject({ market: null, law: null, volatility: { ok: false, reason: "waiting" } });
  });
});

describe("models that are Black's", () => {
  test("behavior: a leg ends in the money as often as the outcomes say, whoever tells the volatility", () => {
    const spread = putVault({ epoch: putEpoch({ legs: [leg(true, -1, 3100n), leg(true, 1, 2900n)] }) });
    const paid = [fillOf({ legPrices: [tokenAmount(20_000_000n), tokenAmount(9_000_000n)] })];
    for (const market of [NO_MARKET, MARKET]) {
      const of = computeVaultFigures(spread, { pastEpochs: [], fills: paid }, { now: NOW, market });
      const valuation = blackValuation(of, defaultChoice(of) ?? "fills");
      if (valuation === null) throw new TypeError("fills and market each tell a volatility");
      const odds = valuation.legs.map(({ itmOdds }) => itmOdds);
      expect(odds[1]).toBeLessThan(odds[0] ?? 0);
      for (const [index, { strike }] of of.product.legs.entries()) {
        const pieces = outcomePieces(of.product, valuation.law).filter(({ to }) => to <= strike);
        expect(pieces.reduce((sum, piece) => sum + piece.odds, 0)).toBeCloseTo(odds[index] ?? Number.NaN, 12);
      }
    }
  });

  test("default: the smile where there is a market, else the fills", () => {
    expect([defaultChoice(byMarket), defaultChoice(byFills), defaultChoice(at(undefined))]).toEqual([
      "smile",
      "fills",
      null,
    ]);
  });

  test("behavior: Black has one volatility, the smile's at the money", () => {
    const volatilities = blackMarket(byMarket, "black")?.volatilities;
    expect(volatilities).toEqual([byMarket.volatility?.ok && byMarket.volatility.headline]);
    expect(blackMarket(byFills, "smile")).toBeNull();
    expect(blackMarket(byMarket, "heston")).toBeNull();
  });

  test("behavior: the fills' valuation is the same with and without a market", () => {
    expect(blackMarket(byMarket, "fills")).toEqual(blackMarket(byFills, "fills"));
    const levels = [2900, 3100, 3450, 3800];
    const [a, b] = [byMarket, byFills].map((figures) => blackValuation(figures, "fills")?.law);
    expect(levels.map((level) => a?.probabilityBelow(level))).toEqual(
      levels.map((level) => b?.probabilityBelow(level)),
    );
  });
});

describe("scenario", () => {
  test("default: time and volatility move the market, never below one percent", () => {
    const market = { spot: 1, timeToExpiryYears: 7 / 365, volatilities: [0.6, 0.1] };
    expect(scenarioMarket(market, { elapsed: 0.5, shift: -0.2 })).toEqual({
      spot: 1,
      timeToExpiryYears: 3.5 / 365,
      volatilities: [expect.closeTo(0.4, 12), 0.01],
    });
    expect(scenarioLabel(market, UNCHANGED)).toBe("Today");
    expect(scenarioLabel(market, { elapsed: 0.5, shift: 0.1 })).toBe("3.5 d left, IV +10 pts");
    expect(scenarioLabel(market, { elapsed: 1, shift: 0 })).toBe("At the end");
  });

  test("behavior: at the end the curve of today is the payoff", () => {
    const still = payoffAtExpiry({ figures: byFills, units: 10_000, law: byFills.law });
    const valued = valuedIn(byFills, { elapsed: 1, shift: 0.3 });
    const { today } = payoffToday({ figures: byFills, units: 10_000, valued });
    for (const price of [2700, 3100, 3400, 3900]) expect(today(price)).toBeCloseTo(still.expiry(price), 9);
    expect(still.expiry(3500)).toBeCloseTo(60, 9);
    expect(still.breakevens).toEqual([expect.closeTo(3080, 9)]);
  });

  test("behavior: a small move of spot does not move the axis", () => {
    const range = (spot: number) => {
      const { lo, hi } = payoffAtExpiry({ figures: { ...byFills, spot }, units: 1, law: null });
      return [lo, hi];
    };
    expect(range(3460)).toEqual(range(3500));
  });

  test("behavior: what is only on offer is worth nothing today, and an unknown value says so", () => {
    const offered = computeVaultFigures(
      putVault({ epoch: putEpoch({ phase: "selling", isCleared: false, sizeSold: 0n as never }) }),
      past,
      { now: NOW, market: MARKET },
    );
    expect(payoffToday({ figures: offered, units: 1, valued: null }).todayLabel).toBe("Today, nothing sold");
    expect(payoffToday({ figures: at(undefined), units: 1, valued: null }).todayLabel).toBe("Today unknown, at expiry");
  });
});
