/** Prices at an expiry that comes before the horizon. */
export type SettlementColumn = {
  /** Index of the coin in the book. */
  readonly coin: number;
  /** The expiry, in years from now. */
  readonly timeYears: number;
  /** Dollars, above 0, one a scenario; one number where they are held. */
  readonly spots: Float64Array;
};

/**
 * Many markets at one horizon, as columns of `count` places. A column of one number holds what it is of: that number counts in every scenario, and
 * a coin of which everything is held is valued once.
 */
export type ScenarioColumns = {
  readonly count: number;
  /** The horizon, in years from now. */
  readonly elapsedYears: number;
  /** By coin: dollars at the horizon, above 0. */
  readonly spots: readonly Float64Array[];
  /** By coin: what every implied volatility of its options is multiplied by; 1 leaves it as it is. */
  readonly volatilityFactors: readonly Float64Array[];
  readonly settlements: readonly SettlementColumn[];
};
