import { describe, expect, test } from "vitest";
import { sampleBook } from "@/lib/risk/bookFixture";
import type { RiskBook } from "@/lib/risk/RiskBook";
import { marginGridResult } from "@/lib/risk/stress/marginGridResult";
import { MARGIN_GRIDS } from "@/lib/risk/stress/marginGrids";
import { farMap, rangeMap, worstRows } from "./marginTable";

const book = sampleBook();
const coinsAlone: RiskBook = {
  ...book,
  parts: book.parts.slice(0, 1).map((part) => ({ ...part, coinUnits: 10, legs: [] })),
};
const results = (of: RiskBook) => MARGIN_GRIDS.map((grid) => marginGridResult(of, grid));

describe("margin scenarios as tables", () => {
  test("default: the worst of all coins and of each, with its scenario", () => {
    const [deribit, derive] = results(coinsAlone);
    expect(derive && worstRows(derive)).toEqual([
      { name: "All coins together", change: expect.closeTo(-6_300, 6), text: "−$6,300", at: "−18%, volatility up" },
      { name: "ETH alone", change: expect.closeTo(-6_300, 6), text: "−$6,300", at: "−18%, volatility up" },
      { name: "BTC alone", change: 0, text: "none", at: "no scenario loses" },
    ]);
    expect(deribit && worstRows(deribit)[0]?.text).toBe("−$5,600");
  });

  test("behavior: a single coin has one line of its name, and nothing at all has one", () => {
    const [result] = results({ ...coinsAlone, coins: book.coins.slice(0, 1) });
    expect(result && worstRows(result).map(({ name }) => name)).toEqual(["ETH"]);
    const [empty] = results({ coins: [], parts: [] });
    expect(empty && worstRows(empty)).toEqual([
      { name: "All coins together", change: 0, text: "none", at: "no scenario loses" },
    ]);
  });

  test("behavior: a far move says how much of it counts", () => {
    const short = { ...book, parts: book.parts.slice(0, 1).map((part) => ({ ...part, coinUnits: 0 })) };
    const [deribit] = results(short);
    expect(deribit && worstRows(deribit)[0]?.at).toMatch(/^\+\d+%, volatility up, \d+% of it counted$/);
  });

  test("behavior: the range has prices across and volatility down; what a rule leaves out is empty", () => {
    const [deribit, derive] = results(coinsAlone).map(({ cells }) => rangeMap(cells));
    expect(deribit?.columns.map(({ head }) => head)).toEqual([
      ...["−16%", "−12%", "−8%", "−4%", "spot", "+4%", "+8%", "+12%", "+16%"],
    ]);
    expect(deribit?.rows.map(({ cells }) => cells[0]?.text)).toEqual(["−$5.6k", "−$5.6k", "−$5.6k"]);
    expect(deribit?.rows[1]?.cells[4]).toEqual({ value: 0, text: "0" });
    expect(derive?.columns[1]?.head).toBe("−13.5%");
    expect(derive?.rows.map(({ cells }) => cells[0]?.text)).toEqual(["−$6.3k", "", ""]);
  });

  test("behavior: the far moves stand apart, each with its weight", () => {
    const [, derive] = results(coinsAlone).map(({ cells }) => farMap(cells));
    expect(derive?.columns.map(({ head, note }) => `${head} ${note}`)).toEqual([
      ...["−66% × 21%", "−33% × 42%", "+50% × 27%", "+100% × 13%"],
      ...["+200% × 6.9%", "+300% × 4.6%", "+400% × 3.4%", "+500% × 2.7%"],
    ]);
    expect(derive?.rows).toHaveLength(1);
  });
});
