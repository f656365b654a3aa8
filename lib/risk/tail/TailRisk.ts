/** Two figures of a loss at a confidence α. Both are losses: what is lost is positive, in the unit of what they are of. */
export type TailRisk = {
  /** The loss that is not exceeded with probability α: the lower quantile. */
  readonly valueAtRisk: number;
  /** Mean loss of the worst share 1 − α. */
  readonly expectedShortfall: number;
};

/** What no law answers, outside of its domain. */
export const NO_TAIL_RISK: TailRisk = { valueAtRisk: Number.NaN, expectedShortfall: Number.NaN };
