/** A market other than now's. Arrays by the book's coins; a coin that is not named does not move. */
export type MarketMove = {
  /** Relative: −0.2 is a fall of 20 %. Above −1. */
  readonly spotMoves: readonly number[];
  /** Added to every volatility of the coin's options, in units of 1: 0.1 is 10 points. */
  readonly volatilityMoves: readonly number[];
  /** Time that passes, in years; none when left out. An option whose expiry it passes settles at the moved price. */
  readonly elapsedYears?: number;
  /** Dollars that one unit of a quote token is worth; 1 for those left out. */
  readonly pegs?: Readonly<Record<string, number>>;
};

/**
 * What the smile does when the price moves. `stickyStrike`: each strike keeps its volatility. `stickyDelta`: the smile moves along, so a
 * strike has the volatility of its new distance to the price.
 */
export type SmileRule = "stickyStrike" | "stickyDelta";
