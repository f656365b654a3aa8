import type { Matrix } from "@/lib/math/choleskyFactor";
import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import type { MertonParameters } from "@/lib/pricing/jumpParameters";

/** Jumps of several coins: each coin's own, and those that strike all of them at once. */
type JointJumps = {
  /** Share in [0, 1] of the least of the coins' intensities that is common; every coin keeps its own intensity and sizes in total. */
  readonly commonJumpShare: number;
  /** Correlation of the logarithms of the coins' factors in a common jump. */
  readonly jumpCorrelation: Matrix;
};

/** Several coins under Bates's law each, by Andersen's quadratic-exponential scheme. */
export type BatesPathLaw = JointJumps & {
  readonly kind: "bates";
  readonly coins: readonly BatesParameters[];
  /** Of the coins' price shocks. A coin's variance moves with its own price by its ρ, and through it alone with other coins. */
  readonly correlation: Matrix;
  /** Remaining life, in years above 0, over which the mean variance says how far implied volatilities have moved. */
  readonly referenceYears: number;
  /** Longest step of the scheme; a day when left out. */
  readonly longestStepYears?: number;
};

/** Several coins under Merton's law each, exact at every time. Implied volatilities stay. */
export type MertonPathLaw = JointJumps & {
  readonly kind: "merton";
  readonly coins: readonly MertonParameters[];
  readonly correlation: Matrix;
};

/** Logarithmic returns of multivariate Student's t, scaled to each coin's variance. */
export type StudentTPathLaw = {
  readonly kind: "studentT";
  /** ν, above 2. */
  readonly degreesOfFreedom: number;
  readonly coins: readonly {
    /** Annualised, above 0: of the return without its cut. */
    readonly volatility: number;
    /** Added to the volatility for a fall of 100 %: 0.6 is 0.6 points for each per cent. */
    readonly volatilityPerFall: number;
  }[];
  readonly correlation: Matrix;
};

/** Days of the past drawn again, each with all coins together, scaled from their volatility then to that of the path. */
export type HistoryPathLaw = {
  readonly kind: "filteredHistory";
  /** Daily logarithmic returns, the oldest first: a column for each coin, the same days in each. */
  readonly returns: readonly ArrayLike<number>[];
  /** λ of the exponentially weighted variance, in (0, 1); 0.94 when left out. */
  readonly decay?: number;
};

/** How prices and volatilities move from now on, as plain data that crosses to a worker. Prices are forward: no law has a drift. */
export type PathLaw = BatesPathLaw | MertonPathLaw | StudentTPathLaw | HistoryPathLaw;
