import { describe, expect, test } from "vitest";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { fillOf, MARKET, NO_MARKET, NOW, pastEpoch, putVault } from "@/lib/vault/vaultFixture";
import { computeVaultFigures } from "./computeVaultFigures";
import { historyNote } from "./historyNote";
import { marketExpiries } from "./marketExpiries";
import { marketOf } from "./marketFixture";
import { skewByExpiry, termStructure } from "./marketSeries";
import { fitWords } from "./marketWords";
import { smileShape, smileSummary } from "./smileShape";
import { volatilityHistory } from "./volatilityHistory";

const past = {
  pastEpochs: [pastEpoch(10, 10n ** 18n), pastEpoch(11, 10n ** 18n)],
  fills: [
    fillOf(),
    ...[10, 11].map((epoch) =>
      fillOf({
        epoch,
        legPrices: [tokenAmount(160_000_000n)],
        filledAt: pastEpoch(epoch, 1n).openedAt,
      }),
    ),
  ],
};
const figures = computeVaultFigures(putVault(), past, { now: NOW, market: MARKET });
const view = marketOf();
const expiries = marketExpiries(view);

describe("the market's expiries", () => {
  test("default: one a slice, with the quotes of the side that is out of the money", () => {
    expect(expiries).toHaveLength(3);
    for (const { quotes, slice } of expiries) {
      expect(quotes).toHaveLength(13);
      expect(quotes.every(({ strike, side }) => side === (strike < slice.forward ? "put" : "call"))).toBe(true);
      expect(quotes.every(({ bid, ask, mid }) => bid !== null && ask !== null && mid === (bid + ask) / 2)).toBe(true);
    }
  });

  test("behavior: before its quotes have come a market has its expiries already", () => {
    const bare = marketExpiries(marketOf({ quotes: [] }));
    expect(bare.map(({ expiry }) => expiry)).toEqual(expiries.map(({ expiry }) => expiry));
    expect(bare.every(({ quotes }) => quotes.length === 0)).toBe(true);
  });
});

describe("the smile", () => {
  const [own, later] = expiries;
  if (own === undefined || later === undefined) throw new Error("the fixture has three expiries");

  test("default: of the vault's own expiry it has the vault's options, with what their sale implied", () => {
    const shape = smileShape({ figures, of: own, model: null });
    expect(shape.legs).toMatchObject([{ strike: 3100, side: "sold", label: "sell $3,100 put" }]);
    expect(shape.legs[0]?.atSale).toBe(figures.entry?.ok && figures.entry.volatilities[0]);
    expect(shape.lo).toBeLessThan(3100);
    const quote = shape.quotes.find(({ strike }) => strike === 3450);
    expect(shape.fitted?.(3450)).toBeCloseTo(quote?.mid ?? Number.NaN, 9);
  });

  test("behavior: another expiry has none of them", () => {
    expect(smileShape({ figures, of: later, model: null }).legs).toEqual([]);
  });

  test("default: its sentence has volatilities, quotes and error; its words say what was left out", () => {
    const summary = smileSummary(smileShape({ figures, of: own, model: null }), own, NOW);
    expect(summary).toMatch(/^Volatility by strike for Fri 27 Nov: [\d.]+% at \$[\d,]+, .* 13 strikes quoted, fitted/);
    expect(fitWords(own, view)).toContain("Left out over all expiries: 3 without a price, 1 crossed.");
    expect(fitWords(own, marketOf({ faults: {} }))).toContain("No line of the source was left out.");
  });
});

describe("over the expiries", () => {
  test("default: at the money with the vault's own expiry marked, and what this epoch was sold at", () => {
    const { series, xTicks } = termStructure({ view, expiries, figures });
    expect(series.map(({ name }) => name)).toEqual(["At the money", "This epoch’s sale"]);
    expect(series[0]?.points.map(({ isMarked }) => isMarked)).toEqual([true, false, false]);
    expect(series[0]?.points.every(({ value }) => value > 0.4 && value < 0.8)).toBe(true);
    expect(xTicks.map(({ text }) => text)[0]).toBe("27 Nov");
  });

  test("behavior: puts are dearer than calls where the smile leans down", () => {
    const [skew] = skewByExpiry({ view, expiries, figures }).series;
    expect(skew?.points).toHaveLength(3);
    expect(skew?.points.every(({ value }) => value > 0 && value < 0.2)).toBe(true);
  });
});

describe("history", () => {
  test("default: each sale from the chain, each hour from the market, labelled apart", () => {
    const { money, skew, isByStrikes } = volatilityHistory(figures, past, view);
    expect(money.map(({ name, points }) => [name, points.length])).toEqual([
      ["Each epoch’s sale", 3],
      ["Market, 7 days", 3],
      ["30 days", 3],
    ]);
    expect(skew.map(({ name, points }) => [name, points.length])).toEqual([
      ["Market, 7 days", 3],
      ["30 days", 2],
    ]);
    expect(isByStrikes).toBe(true);
  });

  test("behavior: without a market the sales stand alone", () => {
    const alone = computeVaultFigures(putVault(), past, { now: NOW, market: NO_MARKET });
    const { money, skew, xTicks } = volatilityHistory(alone, past, null);
    expect(money.map(({ name }) => name)).toEqual(["Each epoch’s sale"]);
    expect(skew).toEqual([]);
    expect(xTicks.length).toBeGreaterThan(1);
  });

  test("behavior: lines are spoken of from the second reading on, and no reading is none", () => {
    const noteOf = (readings: number) => {
      const watched = { ...view, history: view.history.slice(0, readings) };
      return historyNote(volatilityHistory(figures, past, watched), true);
    };
    expect(noteOf(2)).toContain("Lines: the market’s fitted surface");
    expect(noteOf(1)).not.toContain("Lines");
    expect(noteOf(1)).toContain("has one reading so far");
    expect(noteOf(0)).toContain("has no reading yet");
    const alone = historyNote(volatilityHistory(figures, past, null), false);
    expect(alone).toMatch(/^What each epoch’s own sale implied, from the chain\. Where no strike/);
    expect(alone).not.toContain("market");
  });

  test("error: nothing sold and no market is no history", () => {
    expect(volatilityHistory(figures, { pastEpochs: [], fills: [] }, null)).toMatchObject({
      money: [],
      skew: [],
      xTicks: [],
    });
  });
});
