import type { HeatMapProps } from "@/components/charts/HeatMap";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import type { SmileRule } from "@/lib/risk/MarketMove";
import type { RiskBook } from "@/lib/risk/RiskBook";
import { spotTimeGrid } from "@/lib/risk/spotTimeGrid";
import { spotVolatilityGrid } from "@/lib/risk/spotVolatilityGrid";
import { twoCoinGrid } from "@/lib/risk/twoCoinGrid";
import { columnsText } from "./pricedUnderlying";

/** What the rows of the map are. */
export type RowAxis = "volatility" | "time" | "coins";

/** A map without its cells' texts: changes in dollars, and the heads around them. */
export type ScenarioGrid = Pick<HeatMapProps, "corner" | "columns" | "current" | "caption"> & {
  readonly rows: readonly { readonly key: string; readonly head: string; readonly changes: readonly number[] }[];
  /** Under the map. */
  readonly note: string;
};

/** The book, whose price stands under the columns, and how the smile moves. */
export type ScenarioInput = { readonly book: RiskBook; readonly priced: number; readonly rule: SmileRule };

const SPOT_MOVES = [-0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3];
const VOLATILITY_MOVES = [0.4, 0.2, 0.1, 0, -0.1, -0.2];
const DAYS = [0, 1, 3, 5, 7, 14];
const COIN_MOVES = [0.2, 0.1, 0, -0.1, -0.2, -0.3];

/** Change in net value over two axes, every option revalued: the price with volatility, with time, or with the second coin's price. */
export function scenarioGrid(axis: RowAxis, input: ScenarioInput): ScenarioGrid {
  switch (axis) {
    case "volatility":
      return volatilityGrid(input);
    case "time":
      return timeGrid(input);
    case "coins":
      return coinGrid(input);
  }
}

function volatilityGrid({ book, priced, rule }: ScenarioInput): ScenarioGrid {
  const grid = spotVolatilityGrid(book, { spotMoves: SPOT_MOVES, volatilityMoves: VOLATILITY_MOVES }, rule);
  return {
    caption: "Change in net value by price move and volatility shift",
    corner: "Vol, pts",
    columns: priceColumns(book, priced),
    current: { column: "0", row: "0" },
    rows: VOLATILITY_MOVES.map((shift, row) => ({
      key: String(shift),
      head: shift === 0 ? "now" : formatSignedPercent(shift, 0).replace("%", ""),
      changes: grid[row] ?? [],
    })),
    note: columnsText(symbolOf(book, priced), symbols(book)),
  };
}

function timeGrid({ book, priced, rule }: ScenarioInput): ScenarioGrid {
  const grid = spotTimeGrid(book, { spotMoves: SPOT_MOVES, elapsedYears: DAYS.map((days) => days / 365) }, rule);
  return {
    caption: "Change in net value by price move and days that pass",
    corner: "Days",
    columns: priceColumns(book, priced),
    current: { column: "0", row: "0" },
    rows: DAYS.map((days, row) => ({
      key: String(days),
      head: days === 0 ? "now" : `+${days}`,
      changes: grid[row] ?? [],
    })),
    note: `${columnsText(symbolOf(book, priced), symbols(book))} Past an expiry its options have settled at that price.`,
  };
}

/** The coin under the columns against the next one of the book. */
function coinGrid({ book, priced, rule }: ScenarioInput): ScenarioGrid {
  const other = book.coins.findIndex((_, coin) => coin !== priced);
  const axes = { rows: { coin: other, spotMoves: COIN_MOVES }, columns: { coin: priced, spotMoves: SPOT_MOVES } };
  const grid = twoCoinGrid(book, axes, rule);
  const [across, down] = [symbolOf(book, priced), symbolOf(book, other)];
  return {
    caption: `Change in net value by ${across} and ${down} price`,
    corner: down,
    columns: priceColumns(book, priced),
    current: { column: "0", row: "0" },
    rows: COIN_MOVES.map((move, row) => ({
      key: String(move),
      head: move === 0 ? "spot" : formatSignedPercent(move, 0),
      changes: grid[row] ?? [],
    })),
    note: `Columns: ${across}; rows: ${down}. Each moves on its own, volatility stays.`,
  };
}

function priceColumns({ coins }: RiskBook, priced: number) {
  const spot = coins[priced]?.spot ?? Number.NaN;
  return SPOT_MOVES.map((move) => ({
    key: String(move),
    head: move === 0 ? "spot" : formatSignedPercent(move, 0),
    note: formatStrike(spot * (1 + move)),
  }));
}

function symbols({ coins }: RiskBook): readonly string[] {
  return coins.map(({ symbol }) => symbol);
}

function symbolOf({ coins }: RiskBook, coin: number): string {
  return coins[coin]?.symbol ?? "";
}
