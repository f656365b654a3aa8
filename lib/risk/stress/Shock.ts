/** A market move with a name, as plain data: a screen may change any of it and ask again. */
export type Shock = {
  readonly id: string;
  readonly name: string;
  /** First and last day that the move is taken from, YYYY-MM-DD; none where it is of no day. */
  readonly from?: string;
  readonly to?: string;
  /** Relative price moves by symbol of the coin: −0.43 is a fall of 43 %. */
  readonly spotMoves: Readonly<Record<string, number>>;
  /** Moves of every volatility of the coin's options, in units of 1: 0.8 is +80 points. */
  readonly volatilityMoves: Readonly<Record<string, number>>;
  /** Dollars that one unit of a quote token is worth; 1 for those left out. */
  readonly pegs?: Readonly<Record<string, number>>;
  /** What the figures are and where they are from, in a sentence. */
  readonly source: string;
};
