/** What scenarios come to. Rows by coin; each column has an entry a scenario. */
export type PathFactors = {
  /** Price over the price now, by coin and time. Its mean is 1. */
  readonly spotFactors: readonly (readonly Float64Array[])[];
  /** By coin: what every implied volatility is multiplied with at the last time. */
  readonly volatilityFactors: readonly Float64Array[];
};

/** Scenarios that are simulated together, and which of them are wanted. */
export type PathBlock = {
  /** A multiple of {@link BLOCK_SCENARIOS}: a scenario stands at the same place of its block in whatever range it is asked for. */
  readonly first: number;
  /** So many from its start on are not wanted, and `count` after them are. */
  readonly skip: number;
  readonly count: number;
  /** Where the first that is wanted goes in the columns. */
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

/** Scenarios of a block: its columns stay in the processor's nearest memory. */
export const BLOCK_SCENARIOS = 512;

/** A column of a block, which is always simulated whole. */
export const blockColumn = () => new Float64Array(BLOCK_SCENARIOS);

/** From each time to the next, the first from now. */
export function intervalsOf(times: readonly number[]): readonly number[] {
  return times.map((time, index) => time - (times[index - 1] ?? 0));
}
