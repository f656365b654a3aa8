import type { LeastSquaresProblem } from "./LeastSquaresProblem";

/** Everything one minimisation needs, allocated once. Matrices are row-major. */
export type LeastSquaresWork = {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  parameters: Float64Array;
  trial: Float64Array;
  residuals: Float64Array;
  trialResiduals: Float64Array;
  jacobian: Float64Array;
  trialJacobian: Float64Array;
  /** Half the sum of squares at `parameters`. */
  cost: number;
  /** JᵀJ, both triangles. */
  readonly normal: Float64Array;
  /** Jᵀr. */
  readonly gradient: Float64Array;
  /** The largest JᵀJ diagonal seen, per parameter: Moré's scale, which keeps steps the same in any unit. */
  readonly scale: Float64Array;
  readonly step: Float64Array;
  readonly factor: Float64Array;
  /** Indices of the parameters that the step may move; the first `freeCount` count. */
  readonly free: Int32Array;
  freeCount: number;
};

/** Buffers with residuals, Jacobian and normal equations at the start, moved into the box; cost NaN where there is no value. */
export function leastSquaresWork(problem: LeastSquaresProblem): LeastSquaresWork {
  const { residualCount, start, lower, upper } = problem;
  const count = start.length;
  const work: LeastSquaresWork = {
    lower,
    upper,
    parameters: new Float64Array(count),
    trial: new Float64Array(count),
    residuals: new Float64Array(residualCount),
    trialResiduals: new Float64Array(residualCount),
    jacobian: new Float64Array(residualCount * count),
    trialJacobian: new Float64Array(residualCount * count),
    cost: Number.NaN,
    normal: new Float64Array(count * count),
    gradient: new Float64Array(count),
    scale: new Float64Array(count),
    step: new Float64Array(count),
    factor: new Float64Array(count * count),
    free: new Int32Array(count),
    freeCount: 0,
  };
  for (let index = 0; index < count; index += 1) {
    const low = lower[index] as number;
    const high = upper[index] as number;
    work.parameters[index] = low <= high ? Math.min(Math.max(start[index] as number, low), high) : Number.NaN;
  }
  if (work.parameters.some(Number.isNaN)) return work;
  problem.residuals(work.parameters, work.residuals, work.jacobian);
  work.cost = 0.5 * work.residuals.reduce((sum, residual) => sum + residual * residual, 0);
  normalEquations(work);
  return work;
}

/** JᵀJ, Jᵀr and the scale from the Jacobian and residuals in `work`. */
export function normalEquations(work: LeastSquaresWork): void {
  const { jacobian, residuals, normal, gradient, scale } = work;
  const count = gradient.length;
  normal.fill(0);
  gradient.fill(0);
  for (let row = 0, base = 0; row < residuals.length; row += 1, base += count) {
    const residual = residuals[row] as number;
    for (let i = 0; i < count; i += 1) {
      const left = jacobian[base + i] as number;
      gradient[i] = (gradient[i] as number) + left * residual;
      for (let j = 0; j <= i; j += 1)
        normal[i * count + j] = (normal[i * count + j] as number) + left * (jacobian[base + j] as number);
    }
  }
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < i; j += 1) normal[j * count + i] = normal[i * count + j] as number;
    scale[i] = Math.max(scale[i] as number, normal[i * count + i] as number);
  }
}

/** Does the descent lead out of the box at a parameter that lies on its bound? */
export function isHeld({ parameters, lower, upper, gradient }: LeastSquaresWork, index: number): boolean {
  const value = parameters[index] as number;
  const slope = gradient[index] as number;
  return (slope >= 0 && value <= (lower[index] as number)) || (slope <= 0 && value >= (upper[index] as number));
}

/** The largest cosine between the residuals and a column of the Jacobian that is free to move: 0 at a minimum. */
export function projectedCosine(work: LeastSquaresWork): number {
  const { gradient, normal, cost } = work;
  const count = gradient.length;
  let largest = 0;
  for (let index = 0; index < count; index += 1) {
    const length = Math.sqrt(2 * cost * (normal[index * count + index] as number));
    if (length > 0 && !isHeld(work, index)) largest = Math.max(largest, Math.abs(gradient[index] as number) / length);
  }
  return largest;
}
