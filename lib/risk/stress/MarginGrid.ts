/** What a margin rule does to implied volatilities: relative moves that grow towards expiry. */
export type VolatilityShock = {
  /** At 30 days: 0.5 makes 60 % into 90 %. */
  readonly up: number;
  /** At 30 days: 0.25 makes 60 % into 45 %. */
  readonly down: number;
  /** Both times (30/days) to this power up to 30 days, and to the other beyond. */
  readonly shortPower: number;
  readonly longPower: number;
  /** Fewer days than these count as these: the power would have no end. */
  readonly fewestDays: number;
  /** What is moved up ends at this at the least. */
  readonly lowestUp: number;
};

/** One scenario of a margin rule. */
export type MarginScenario = {
  /** Relative, of every coin. */
  readonly spotMove: number;
  readonly volatility: "up" | "same" | "down";
  /** The share of the change that counts: below 1 for moves far beyond the range. */
  readonly weight: number;
};

/** The scenarios of another market's portfolio margin, as a shape for stress: not that market's margin. */
export type MarginGrid = {
  readonly id: string;
  readonly name: string;
  readonly shock: VolatilityShock;
  readonly scenarios: readonly MarginScenario[];
  /** What it is and where it is from. */
  readonly source: string;
};
