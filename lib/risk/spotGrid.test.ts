import { describe, expect, test } from "vitest";
import { black } from "@/lib/pricing/black";
import { sampleBook } from "./bookFixture";
import { bookValue } from "./bookValues";
import type { MarketMove, SmileRule } from "./MarketMove";
import type { RiskBook } from "./RiskBook";
import { spotTimeGrid } from "./spotTimeGrid";
import { spotVolatilityGrid } from "./spotVolatilityGrid";
import { twoCoinGrid } from "./twoCoinGrid";

const book = sampleBook();
const SPOT_MOVES = [-0.6, -0.3, -0.1, 0, 0.001, 0.1, 0.3];
const RULES: readonly SmileRule[] = ["stickyStrike", "stickyDelta"];

/** What a cell should be: two plain sums. */
function change(move: MarketMove, rule: SmileRule): number {
  return bookValue(book, move, rule) - bookValue(book);
}

function expectCells(grid: readonly (readonly number[])[], expected: (row: number, column: number) => number): void {
  grid.forEach((cells, row) => {
    expect(cells).toHaveLength(SPOT_MOVES.length);
    cells.forEach((cell, column) => {
      const plain = expected(row, column);
      expect(Math.abs(cell - plain)).toBeLessThanOrEqual(1e-9 * Math.abs(plain));
    });
  });
}

const both = (move = 0) => [move, move];

describe.each(RULES)("grids, %s", (rule) => {
  test("default: spot and volatility: the differences of the plain sums", () => {
    const volatilityMoves = [0.4, 0.1, 0, -0.1, -0.9];
    const elapsedYears = 2 / 365;
    const grid = spotVolatilityGrid(book, { spotMoves: SPOT_MOVES, volatilityMoves, elapsedYears }, rule);
    expect(grid).toHaveLength(5);
    expectCells(grid, (row, column) =>
      change({ spotMoves: both(SPOT_MOVES[column]), volatilityMoves: both(volatilityMoves[row]), elapsedYears }, rule),
    );
  });

  test("default: spot and time, past the expiry too", () => {
    const elapsedYears = [1, 5, 7, 9].map((days) => days / 365);
    const grid = spotTimeGrid(book, { spotMoves: SPOT_MOVES, elapsedYears }, rule);
    expect(grid).toHaveLength(4);
    expectCells(grid, (row, column) =>
      change(
        { spotMoves: both(SPOT_MOVES[column]), volatilityMoves: [], elapsedYears: elapsedYears[row] ?? NaN },
        rule,
      ),
    );
  });

  test("default: two coins, each on its own", () => {
    const rows = [-0.5, 0, 0.2];
    const axes = { rows: { coin: 1, spotMoves: rows }, columns: { coin: 0, spotMoves: SPOT_MOVES } };
    const grid = twoCoinGrid(book, axes, rule);
    expect(grid).toHaveLength(3);
    expectCells(grid, (row, column) =>
      change({ spotMoves: [SPOT_MOVES[column] ?? NaN, rows[row] ?? NaN], volatilityMoves: [] }, rule),
    );
  });

  test("behavior: no move is no change, to the last bit; a grid of more cells than a block is the same", () => {
    const moves = Array.from({ length: 31 }, (_, index) => (index - 15) / 20);
    const grid = spotVolatilityGrid(book, { spotMoves: moves, volatilityMoves: moves }, rule);
    expect(grid[15]?.[15]).toBe(0);
    const [cell] = spotVolatilityGrid(book, { spotMoves: [0.3], volatilityMoves: [-0.4] }, rule)[0] ?? [];
    expect(grid[7]?.[21]).toBeCloseTo(cell ?? NaN, 8);
  });
});

test("behavior: a small move is what the Greeks say, a large one is not", () => {
  const greeks = book.parts.flatMap(({ coin, coinUnits, legs }) => {
    const forward = book.coins[coin]?.spot ?? 0;
    const own = { delta: coinUnits * forward, gamma: 0 };
    const options = legs.map(({ size, ...leg }) => {
      const { delta, gamma } = black({ ...leg, forward });
      return { delta: size * delta * forward, gamma: size * gamma * forward * forward };
    });
    return [own, ...options];
  });
  const expected = (move: number) =>
    greeks.reduce((sum, { delta, gamma }) => sum + delta * move + 0.5 * gamma * move * move, 0);
  const [[small = NaN, large = NaN] = []] = spotVolatilityGrid(book, {
    spotMoves: [0.001, -0.3],
    volatilityMoves: [0],
  });
  expect(Math.abs(small / expected(0.001) - 1)).toBeLessThan(0.001);
  expect(Math.abs(large / expected(-0.3) - 1)).toBeGreaterThan(0.3);
});

test("behavior: no scenario drives a volatility to 0 or below, and coins move with their price alone", () => {
  const floor = spotVolatilityGrid(book, { spotMoves: [0], volatilityMoves: [-5, -0.9] });
  expect(floor[0]?.[0]).toBe(floor[1]?.[0]);
  const coins: RiskBook = { ...book, parts: book.parts.map((part) => ({ ...part, legs: [] })) };
  const [row = []] = spotVolatilityGrid(coins, { spotMoves: SPOT_MOVES, volatilityMoves: [0.3] });
  row.forEach((cell, column) => {
    expect(cell).toBeCloseTo((10.1 * 3_500 + 0.502 * 94_000) * (SPOT_MOVES[column] ?? NaN), 8);
  });
});

test("behavior: an option without a volatility leaves its coin's cells without a value", () => {
  const [part] = book.parts;
  if (part === undefined) throw new TypeError("the fixture has parts");
  const unpriced = { ...part, legs: part.legs.map((leg) => ({ ...leg, volatility: NaN })) };
  expect(spotVolatilityGrid({ ...book, parts: [unpriced] }, { spotMoves: [0], volatilityMoves: [0] })).toEqual([[NaN]]);
});

test("error: one coin twice is a mistake of the program", () => {
  const axis = { coin: 0, spotMoves: [0] };
  expect(() => twoCoinGrid(book, { rows: axis, columns: axis })).toThrow("two different coins");
});
