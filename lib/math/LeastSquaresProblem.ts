/** A nonlinear least-squares problem in a box: minimise ½ Σ rᵢ(p)² over lower ≤ p ≤ upper. */
export type LeastSquaresProblem = {
  /**
   * Fills `out` with the residuals at `parameters` and, unless null, `jacobian` with ∂rᵢ/∂pⱼ at i·parameterCount + j.
   * It must not write to `parameters` and must give the same answer to the same question. NaN or ±∞: no value there.
   */
  readonly residuals: (parameters: Float64Array, out: Float64Array, jacobian: Float64Array | null) => void;
  readonly residualCount: number;
  /** Moved to the nearest point of the box. */
  readonly start: ArrayLike<number>;
  /** −∞ and +∞ are no bounds; lower = upper holds a parameter. */
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  /** Steps tried, accepted or not; 100 when left out. */
  readonly maxIterations?: number;
  /** Relative: of the cost's fall, of the step, and of the angle between residuals and free columns; 1e-10 when left out. */
  readonly tolerance?: number;
};

export type LeastSquaresSolution = {
  readonly parameters: Float64Array;
  /** Half the sum of squared residuals; NaN when there was none at the start. */
  readonly cost: number;
  readonly iterations: number;
  readonly isConverged: boolean;
  /** Indices of parameters that lie on one of their bounds, ascending. */
  readonly activeBounds: readonly number[];
};
