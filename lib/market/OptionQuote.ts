/** One option as the market source quotes it, in dollars, cleaned. Times are Unix seconds. */
export type OptionQuote = {
  /** The source's own name: "ETH-27NOV26-3400-P". */
  readonly instrument: string;
  readonly expiry: number;
  readonly strike: number;
  readonly isPut: boolean;
  /** Forward of the expiry, in dollars. */
  readonly forward: number;
  /** Prices in dollars per option on one coin; null when nobody is there. */
  readonly bid: number | null;
  readonly ask: number | null;
  readonly mark: number | null;
  /** Black's volatilities of the same; null when the price is missing or implies none. */
  readonly bidVolatility: number | null;
  readonly askVolatility: number | null;
  readonly markVolatility: number | null;
  readonly openInterest: number | null;
};
