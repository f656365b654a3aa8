/** What a price feed said once a day: the last round before each of these times. */
export type PriceHistory = {
  /** The coin in sentences: "ETH". */
  readonly coin: string;
  /** Unix seconds, ascending, a day apart. */
  readonly days: readonly number[];
  /** Dollars, one a day; null where the feed has no round that early. */
  readonly closes: readonly (number | null)[];
};
