import { bookValues, NO_MOVE } from "../bookValues";
import type { MarketMove, SmileRule } from "../MarketMove";
import type { RiskBook } from "../RiskBook";
import type { Shock } from "./Shock";

/** What a move does to one part, in dollars: a loss is below 0. */
export type PartChange = { readonly id: string; readonly name: string; readonly change: number };

/** What a move does to a book. */
export type ShockResult = {
  readonly change: number;
  /** In the book's order; they add up to the change. */
  readonly parts: readonly PartChange[];
  /** The part that loses most; null where none loses. */
  readonly hardestHit: PartChange | null;
  /** Change as a share of the net value now; NaN where that is not above 0. */
  readonly shareOfNetValue: number;
};

/**
 * A shock as a move of the book's coins. A coin that the shock does not name moves like the one of those named that moves farthest, in price
 * and in volatility each: smaller coins have fallen and risen with the large ones, and farther.
 */
export function shockMove(book: RiskBook, { spotMoves, volatilityMoves, pegs }: Shock): MarketMove {
  const byCoin = (moves: Shock["spotMoves"]) => book.coins.map(({ symbol }) => coinMove(moves, symbol));
  const move = { spotMoves: byCoin(spotMoves), volatilityMoves: byCoin(volatilityMoves) };
  return pegs === undefined ? move : { ...move, pegs };
}

/** The move of one coin, by its symbol; the farthest of all where it is not named. */
export function coinMove(moves: Shock["spotMoves"], symbol: string): number {
  return (
    moves[symbol] ?? Object.values(moves).reduce((most, move) => (Math.abs(move) > Math.abs(most) ? move : most), 0)
  );
}

/** Full revaluation of the book under a shock. */
export function shockResult(book: RiskBook, shock: Shock, rule: SmileRule = "stickyStrike"): ShockResult {
  const now = bookValues(book, NO_MOVE, rule);
  const moved = bookValues(book, shockMove(book, shock), rule);
  const parts = book.parts.map(({ id, name }, index) => ({
    id,
    name,
    change: (moved[index] ?? Number.NaN) - (now[index] ?? Number.NaN),
  }));
  const change = parts.reduce((sum, part) => sum + part.change, 0);
  const netValue = now.reduce((sum, value) => sum + value, 0);
  const worst = parts.reduce<PartChange | null>(
    (most, part) => (part.change < (most?.change ?? 0) ? part : most),
    null,
  );
  return { change, parts, hardestHit: worst, shareOfNetValue: netValue > 0 ? change / netValue : Number.NaN };
}
