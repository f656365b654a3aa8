import { invariant } from "@/lib/errors/invariant";
import type { SmileRule } from "./MarketMove";
import type { RiskBook } from "./RiskBook";
import { spotGrid } from "./spotGrid";

/** Relative moves of one coin's price; `coin` is its index in the book. */
export type CoinMoves = { readonly coin: number; readonly spotMoves: readonly number[] };

/** Two different coins. */
export type TwoCoinAxes = { readonly rows: CoinMoves; readonly columns: CoinMoves };

/**
 * Change of a book's value in dollars when two coins move each on their own and nothing else does, by full revaluation. No option is on both
 * coins, so that a cell is the sum of two changes.
 */
export function twoCoinGrid(
  book: RiskBook,
  { rows, columns }: TwoCoinAxes,
  rule: SmileRule = "stickyStrike",
): number[][] {
  invariant(rows.coin !== columns.coin, "two different coins");
  const down = coinChanges(book, rows, rule);
  const across = coinChanges(book, columns, rule);
  return down.map((change) => across.map((other) => change + other));
}

function coinChanges(book: RiskBook, { coin, spotMoves }: CoinMoves, rule: SmileRule): readonly number[] {
  const parts = book.parts.filter((part) => part.coin === coin);
  const [changes = []] = spotGrid(
    { ...book, parts },
    { spotMoves, rows: [{ volatilityMove: 0, elapsedYears: 0 }] },
    rule,
  );
  return changes;
}
