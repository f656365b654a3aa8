import { describe, expect, test } from "vitest";
import { sampleBook } from "@/lib/risk/bookFixture";
import type { RiskBook } from "@/lib/risk/RiskBook";
import { listedShocks } from "@/lib/risk/stress/listedShocks";
import { shockResult } from "@/lib/risk/stress/shockResult";
import { appliedText, datesText, priceMoveText } from "./shockTexts";
import { stressOutcome, stressRows } from "./stressRows";

const book = sampleBook();
const input = { book, rule: "stickyStrike" } as const;
const coinsAlone: RiskBook = {
  coins: book.coins.slice(0, 1),
  parts: book.parts.slice(0, 1).map((part) => ({ ...part, name: "Ballast ETH Covered Call", coinUnits: 10, legs: [] })),
};
const shocks = listedShocks([]);
const own = (changes: Partial<(typeof shocks)[number]>) => ({
  ...{ id: "own-1", name: "Mine", source: "", origin: "own" as const, spotMoves: {}, volatilityMoves: {} },
  ...changes,
});

describe("what a shock applies, in words", () => {
  test("default: as the named shocks are drawn", () => {
    expect(shocks.map((shock) => appliedText(book, shock))).toEqual([
      "ETH −43%, BTC −39%, vol +80 pts",
      "ETH −28%, BTC −14%, vol +45 pts",
      "ETH −31%, BTC −24%, vol +40 pts",
      "ETH +25%, BTC +18%, vol +15 pts",
      "prices flat, vol −20 pts",
      "USDC at $0.95, prices flat",
    ]);
  });

  test("behavior: only coins that are held are named, and each volatility where they differ", () => {
    expect(appliedText(coinsAlone, own({ spotMoves: { ETH: -0.125, BTC: 0.1 } }))).toBe("ETH −12.5%");
    const apart = own({ spotMoves: { ETH: 0, BTC: 0.1 }, volatilityMoves: { ETH: 0.1, BTC: 0 } });
    expect(appliedText(book, apart)).toBe("ETH 0%, BTC +10%, ETH vol +10 pts, BTC vol 0 pts");
    expect(appliedText(book, own({ pegs: { USDC: 1, USDT: 0.5 } }))).toBe("USDT at $0.50, prices flat");
    expect(appliedText({ coins: [] }, own({ spotMoves: { ETH: -0.5 } }))).toBe("prices flat");
  });

  test("behavior: days with one year, a single day once, and none for what is of no day", () => {
    expect(shocks.map(datesText)).toEqual([
      "Thu 12 Mar to Fri 13 Mar 2020",
      "Wed 19 May 2021",
      "Sun 6 Nov to Wed 9 Nov 2022",
      "",
      "",
      "Sat 11 Mar 2023",
    ]);
    expect(datesText({ from: "2021-12-31", to: "2022-01-01" })).toBe("Fri 31 Dec 2021 to Sat 1 Jan 2022");
  });

  test("behavior: zero leans to no side", () => {
    expect([-0.0001, 0, 0.0001, -0.3].map(priceMoveText)).toEqual(["0%", "0%", "0%", "−30%"]);
  });
});

describe("the table of shocks", () => {
  test("default: the engine's results, the bars to the largest of them", () => {
    const rows = stressRows(shocks, input);
    const changes = shocks.map((shock) => shockResult(book, shock).change);
    const largest = Math.max(...changes.map(Math.abs));
    expect(rows.map(({ outcome }) => outcome.change)).toEqual(changes);
    rows.forEach(({ barShare }, index) => {
      expect(barShare).toBeCloseTo((changes[index] ?? Number.NaN) / largest, 1);
    });
    expect(Math.min(...rows.map(({ barShare }) => barShare))).toBe(-1);
    expect(rows[0]?.outcome.hardest).toBe("bitcoin, −$18,098");
  });

  test("behavior: coins alone lose their share, and the vault is named without the protocol", () => {
    const outcome = stressOutcome(own({ spotMoves: { ETH: -0.43 } }), { ...input, book: coinsAlone });
    expect(outcome).toEqual({
      change: expect.closeTo(-15_050, 6),
      changeText: "−$15,050",
      shareText: "−43.0%",
      hardest: "ETH Covered Call, −$15,050",
      loan: null,
    });
  });

  test("behavior: what changes nothing has no sign, no bar and nobody that is hit", () => {
    const [row] = stressRows([own({})], input);
    expect(row?.outcome).toEqual({ change: 0, changeText: "$0", shareText: "0.0%", hardest: "none", loan: null });
    expect(row?.barShare).toBe(0);
  });

  test("behavior: a loss of cents hits nobody, and its bar can still be seen", () => {
    const rows = stressRows([own({ spotMoves: { ETH: -0.00001 } }), own({ spotMoves: { ETH: -0.5 } })], {
      ...{ book: coinsAlone, rule: "stickyStrike" },
    });
    expect(rows[0]?.outcome).toMatchObject({ changeText: "−$0.35", hardest: "none" });
    expect(rows[0]?.barShare).toBe(-0.012);
  });

  test("behavior: gains alone hit nobody", () => {
    const outcome = stressOutcome(own({ spotMoves: { ETH: 0.25 } }), { ...input, book: coinsAlone });
    expect(outcome).toMatchObject({ changeText: "+$8,750", hardest: "none" });
  });

  test("behavior: of no net value there is no share, and a number that is none is a dash", () => {
    const empty = { ...input, book: { ...book, parts: [] } };
    expect(stressOutcome(own({}), empty)).toMatchObject({ changeText: "$0", shareText: "–" });
    const unknown = { ...coinsAlone, coins: [{ symbol: "ETH", spot: Number.NaN, surface: null }] };
    const [row] = stressRows([own({ spotMoves: { ETH: -0.5 } })], { ...input, book: unknown });
    expect(row).toMatchObject({ barShare: 0, outcome: { changeText: "–", shareText: "–", hardest: "none" } });
  });
});
