/** A price falls by less than all of it and rises to six times at most. */
export function isSpotMove(move: number): boolean {
  return move > -1 && move <= 5;
}

/** A volatility moves by at most 100 points down, where every one ends at the lowest, and 300 up. */
export function isVolatilityMove(move: number): boolean {
  return move >= -1 && move <= 3;
}

/** Dollars that one unit of a quote token may be set to. */
export function isPeg(dollars: number): boolean {
  return dollars >= 0 && dollars <= 2;
}
