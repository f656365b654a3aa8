/** What scenarios come to. Rows by coin; each column has an entry a scenario. */
export type PathFactors = {
  /** Price over the price now, by coin and time. Its mean is 1. */
  readonly spotFactors: readonly (readonly Float64Array[])[];
  /** By coin: what every implied volatility is multiplied with at the last time. */
  readonly volatilityFactors: readonly Float64Array[];
};

/** So many scenarios in a row, at most {@link BLOCK_SCENARIOS}, and where in the columns they go. */
export type PathBlock = {
  readonly first: number;
  readonly count: number;
  readonly offset: number;
  readonly factors: PathFactors;
};

/** A law made ready: fills one block after the other, in any order. */
export type FillBlock = (block: PathBlock) => void;

/** Why a law cannot be simulated: a matrix that is no correlation of the coins, or anything else outside of its domain. */
export type PathFault = "correlation" | "parameters";

/** When prices are wanted, and the seed of all draws. */
export type PathPlan = {
  /** Years from now, ascending, above 0. */
  readonly times: readonly number[];
  readonly seed: number;
};

/** Scenarios of a block at most: its columns stay in the processor's nearest memory. */
export const BLOCK_SCENARIOS = 512;

/** A column of a block. A last, shorter block is simulated whole as well, and only what is asked for is kept. */
export const blockColumn = () => new Float64Array(BLOCK_SCENARIOS);

/** From each time to the next, the first from now. */
export function intervalsOf(times: readonly number[]): readonly number[] {
  return times.map((time, index) => time - (times[index - 1] ?? 0));
}
