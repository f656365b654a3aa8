/** What a period changed, by cause, in dollars. All causes add up to the total. */
export type Attribution = {
  /** The price moved: first order. */
  readonly delta: number;
  /** The price moved far: second order. */
  readonly gamma: number;
  /** Volatility moved: first order. */
  readonly vega: number;
  /** Time passed. */
  readonly theta: number;
  /** Price and volatility moved together. */
  readonly vanna: number;
  /** Volatility moved far: second order. */
  readonly volga: number;
  /** What sales brought over the fair value: the auction's edge. */
  readonly premium: number;
  /** Fees paid, below 0. */
  readonly fees: number;
  /** Deposits less withdrawals. */
  readonly deposits: number;
  /** What is left: higher orders, expiries within the period, a lost peg, whatever the inputs did not name. */
  readonly unexplained: number;
  readonly total: number;
};

/** Each cause, in the order of the screens; unexplained last. */
export const CAUSES = [
  ...(["delta", "gamma", "vega", "theta", "vanna", "volga"] as const),
  ...(["premium", "fees", "deposits", "unexplained"] as const),
] as const;

/** Several as one: parts of a book, or the days of a week, by which less is left unexplained than by the week at once. */
export function summedAttribution(several: readonly Attribution[]): Attribution {
  const sumOf = (key: keyof Attribution) => several.reduce((sum, one) => sum + one[key], 0);
  return {
    delta: sumOf("delta"),
    gamma: sumOf("gamma"),
    vega: sumOf("vega"),
    theta: sumOf("theta"),
    vanna: sumOf("vanna"),
    volga: sumOf("volga"),
    premium: sumOf("premium"),
    fees: sumOf("fees"),
    deposits: sumOf("deposits"),
    unexplained: sumOf("unexplained"),
    total: sumOf("total"),
  };
}
