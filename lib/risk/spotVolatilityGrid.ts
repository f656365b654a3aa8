import type { SmileRule } from "./MarketMove";
import type { RiskBook } from "./RiskBook";
import { spotGrid } from "./spotGrid";

/** Moves to try on everything at once. */
export type SpotVolatilityAxes = {
  /** Relative moves of every coin's price: −0.2 is a fall of 20 %. Above −1. */
  readonly spotMoves: readonly number[];
  /** Added to every volatility, in units of 1: 0.1 is 10 points. */
  readonly volatilityMoves: readonly number[];
  /** Time that passes with the move, in years; none when left out. */
  readonly elapsedYears?: number;
};

/**
 * Change of a book's value in dollars by full revaluation of every leg, never from Greeks: one row a volatility move, one column a spot move,
 * in the order given.
 */
export function spotVolatilityGrid(
  book: RiskBook,
  { spotMoves, volatilityMoves, elapsedYears = 0 }: SpotVolatilityAxes,
  rule: SmileRule = "stickyStrike",
): number[][] {
  const rows = volatilityMoves.map((volatilityMove) => ({ volatilityMove, elapsedYears }));
  return spotGrid(book, { spotMoves, rows }, rule);
}
