import { isHeld, type LeastSquaresWork } from "./leastSquaresWork";

/** What the quadratic model says of the trial that was written. */
type StepOutcome = {
  /** Fall of the cost in the undamped model; NaN or ≤ 0 when there is no descent to be had at this damping. */
  readonly predicted: number;
  /** The scaled step's length against the scaled parameters'. */
  readonly relativeStep: number;
};

/**
 * Writes `work.trial`: the minimum of the damped model gᵀs + ½ sᵀ(A + μD)s within the box. Parameters that the step would carry over a
 * bound are set on it and the rest is solved again, until none is carried over.
 */
export function boundedStep(work: LeastSquaresWork, damping: number): StepOutcome {
  const { step, free } = work;
  step.fill(0);
  work.freeCount = 0;
  for (let index = 0; index < step.length; index += 1) {
    if (!isHeld(work, index) && (work.scale[index] as number) > 0) free[work.freeCount++] = index;
  }
  for (let pass = step.length; pass >= 0 && work.freeCount > 0; pass -= 1) {
    if (!solveFree(work, damping)) return { predicted: Number.NaN, relativeStep: Number.POSITIVE_INFINITY };
    if (!setOverstepped(work)) break;
  }
  return writeTrial(work);
}

/** Solves for the free entries of `step` with the others held; false when the matrix is not positive definite in doubles. */
function solveFree(work: LeastSquaresWork, damping: number): boolean {
  const { normal, gradient, scale, step, factor, free, freeCount } = work;
  const count = step.length;
  for (let row = 0; row < freeCount; row += 1) {
    const i = free[row] as number;
    const unit = Math.sqrt(scale[i] as number);
    for (let column = 0; column <= row; column += 1) {
      const j = free[column] as number;
      const scaled = (normal[i * count + j] as number) / (unit * Math.sqrt(scale[j] as number));
      factor[row * count + column] = row === column ? scaled + damping : scaled;
    }
  }
  for (let row = 0; row < freeCount; row += 1) {
    const i = free[row] as number;
    let slope = gradient[i] as number;
    for (let j = 0; j < count; j += 1)
      if (!isFree(work, j)) slope += (normal[i * count + j] as number) * (step[j] as number);
    step[i] = -slope / Math.sqrt(scale[i] as number);
  }
  if (!factorise(work)) return false;
  substitute(work);
  for (let row = 0; row < freeCount; row += 1) {
    const i = free[row] as number;
    step[i] = (step[i] as number) / Math.sqrt(scale[i] as number);
  }
  return true;
}

function isFree({ free, freeCount }: LeastSquaresWork, index: number): boolean {
  for (let place = 0; place < freeCount; place += 1) if (free[place] === index) return true;
  return false;
}

/** Cholesky's factor of the lower triangle, in place. */
function factorise({ factor, freeCount, step }: LeastSquaresWork): boolean {
  const count = step.length;
  for (let row = 0; row < freeCount; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = factor[row * count + column] as number;
      for (let k = 0; k < column; k += 1)
        sum -= (factor[row * count + k] as number) * (factor[column * count + k] as number);
      if (row !== column) factor[row * count + column] = sum / (factor[column * count + column] as number);
      else if (sum > 4 * Number.EPSILON) factor[row * count + row] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

function substitute({ factor, free, freeCount, step }: LeastSquaresWork): void {
  const count = step.length;
  for (let row = 0; row < freeCount; row += 1) {
    let sum = step[free[row] as number] as number;
    for (let k = 0; k < row; k += 1) sum -= (factor[row * count + k] as number) * (step[free[k] as number] as number);
    step[free[row] as number] = sum / (factor[row * count + row] as number);
  }
  for (let row = freeCount - 1; row >= 0; row -= 1) {
    let sum = step[free[row] as number] as number;
    for (let k = row + 1; k < freeCount; k += 1)
      sum -= (factor[k * count + row] as number) * (step[free[k] as number] as number);
    step[free[row] as number] = sum / (factor[row * count + row] as number);
  }
}

/** Sets every free entry that would leave the box onto its bound and holds it there; false when there was none. */
function setOverstepped(work: LeastSquaresWork): boolean {
  const { parameters, lower, upper, step, free } = work;
  let kept = 0;
  for (let place = 0; place < work.freeCount; place += 1) {
    const index = free[place] as number;
    const value = parameters[index] as number;
    const target = value + (step[index] as number);
    if (target < (lower[index] as number)) step[index] = (lower[index] as number) - value;
    else if (target > (upper[index] as number)) step[index] = (upper[index] as number) - value;
    else free[kept++] = index;
  }
  const hasOverstepped = kept < work.freeCount;
  work.freeCount = kept;
  return hasOverstepped;
}

function writeTrial(work: LeastSquaresWork): StepOutcome {
  const { parameters, lower, upper, trial, step, normal, gradient, scale } = work;
  const count = step.length;
  let predicted = 0;
  let moved = 0;
  let size = 0;
  for (let i = 0; i < count; i += 1) {
    const delta = step[i] as number;
    const value = parameters[i] as number;
    let curvature = 0;
    for (let j = 0; j < count; j += 1) curvature += (normal[i * count + j] as number) * (step[j] as number);
    predicted -= delta * ((gradient[i] as number) + 0.5 * curvature);
    moved += (scale[i] as number) * delta * delta;
    size += (scale[i] as number) * value * value;
    trial[i] = reached(value, delta, { lower: lower[i] as number, upper: upper[i] as number });
  }
  return { predicted, relativeStep: Math.sqrt(moved / (size > 0 ? size : 1)) };
}

/** value + delta in the box, and exactly on a bound where the step was cut to it. */
function reached(
  value: number,
  delta: number,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): number {
  if (delta === lower - value) return lower;
  if (delta === upper - value) return upper;
  return Math.min(Math.max(value + delta, lower), upper);
}
