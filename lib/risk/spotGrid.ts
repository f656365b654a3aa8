import { addBlackPrices } from "@/lib/pricing/addBlackPrices";
import { shiftedVolatility } from "@/lib/pricing/shiftedModel";
import type { SmileRule } from "./MarketMove";
import { fillRuledVolatilities, type PlannedLeg, plannedLegs } from "./plannedLegs";
import type { BookCoin, BookPart, RiskBook } from "./RiskBook";

/** What moves with the price in one row of a grid. */
export type GridRow = {
  /** Added to every volatility, in units of 1. */
  readonly volatilityMove: number;
  /** Time that passes, in years. */
  readonly elapsedYears: number;
};

/** Relative moves of every coin's price, one a column, and the rows. */
export type GridAxes = { readonly spotMoves: readonly number[]; readonly rows: readonly GridRow[] };

/**
 * Change of a book's value in dollars by full revaluation, every coin moved alike, as one row an array: the differences of
 * {@link bookValue}, to 1e-12 of what moves. No move is no change, to the last bit.
 *
 * Leg by leg over all cells at once; under sticky delta a leg's volatility is found once a price.
 */
export function spotGrid(book: RiskBook, axes: GridAxes, rule: SmileRule): number[][] {
  const columns = axes.spotMoves.length;
  const change = new Float64Array(axes.rows.length * columns);
  book.coins.forEach((coin, index) => {
    const parts = book.parts.filter((part) => part.coin === index);
    if (parts.length > 0) addCoin({ coin, parts, rule }, axes, change);
  });
  return axes.rows.map((_, row) => [...change.subarray(row * columns, (row + 1) * columns)]);
}

type HeldCoin = { readonly coin: BookCoin; readonly parts: readonly BookPart[]; readonly rule: SmileRule };

function addCoin({ coin, parts, rule }: HeldCoin, axes: GridAxes, change: Float64Array): void {
  const cells = cellsOf(coin, axes);
  for (const part of parts) {
    for (const leg of plannedLegs(part, coin, rule)) {
      fillDeviations(leg, axes, cells);
      addBlackPrices(cells, leg, cells.forward.length);
    }
  }
  const coins = parts.reduce((sum, { coinUnits }) => sum + coinUnits, 0);
  const now = cells.sum[change.length] as number;
  for (let cell = 0; cell < change.length; cell += 1) {
    const moved = coins * ((cells.forward[cell] as number) - coin.spot) + ((cells.sum[cell] as number) - now);
    change[cell] = (change[cell] as number) + moved;
  }
}

type Cells = ReturnType<typeof cellsOf>;

/** The cells' markets row after row, and behind them the market now. */
function cellsOf({ spot }: BookCoin, { spotMoves, rows }: GridAxes) {
  const spots = spotMoves.map((move) => spot * (1 + move));
  const forward = Float64Array.from([...rows.flatMap(() => spots), spot]);
  const column = () => new Float64Array(forward.length);
  const logSpot = Float64Array.from(spots, Math.log);
  const logForward = forward.map(Math.log);
  return { forward, logForward, deviation: column(), sum: column(), logSpot, volatility: logSpot.slice() };
}

function fillDeviations(leg: PlannedLeg, { spotMoves, rows }: GridAxes, cells: Cells): void {
  const { volatility, deviation } = cells;
  const columns = spotMoves.length;
  fillRuledVolatilities(leg, cells, columns);
  let cell = 0;
  for (const { volatilityMove, elapsedYears } of rows) {
    const root = Math.sqrt(Math.max(0, leg.timeToExpiryYears - elapsedYears));
    const still = deviationOf(shiftedVolatility(leg.volatility, volatilityMove), root);
    for (let column = 0; column < columns; column += 1) {
      deviation[cell] =
        leg.smile === null ? still : deviationOf(shiftedVolatility(volatility[column] as number, volatilityMove), root);
      cell += 1;
    }
  }
  deviation[cell] = deviationOf(leg.volatility, Math.sqrt(leg.timeToExpiryYears));
}

function deviationOf(volatility: number, rootOfTime: number): number {
  return volatility >= 0 ? volatility * rootOfTime : Number.NaN;
}
