import type { SmileRule } from "./MarketMove";
import type { RiskBook } from "./RiskBook";
import { spotGrid } from "./spotGrid";

/** Moves to try on everything at once, sooner and later. */
export type SpotTimeAxes = {
  /** Relative moves of every coin's price: −0.2 is a fall of 20 %. Above −1. */
  readonly spotMoves: readonly number[];
  /** Years from now; an option whose expiry is passed settles at the moved price. */
  readonly elapsedYears: readonly number[];
};

/** Change of a book's value in dollars by full revaluation of every leg: one row a time, one column a spot move, in the order given. */
export function spotTimeGrid(
  book: RiskBook,
  { spotMoves, elapsedYears }: SpotTimeAxes,
  rule: SmileRule = "stickyStrike",
): number[][] {
  const rows = elapsedYears.map((years) => ({ volatilityMove: 0, elapsedYears: years }));
  return spotGrid(book, { spotMoves, rows }, rule);
}
