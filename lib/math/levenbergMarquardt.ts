import type { LeastSquaresProblem, LeastSquaresSolution } from "./LeastSquaresProblem";
import { boundedStep } from "./leastSquaresStep";
import { type LeastSquaresWork, leastSquaresWork, normalEquations, projectedCosine } from "./leastSquaresWork";

/** The first damping in units of the scaled normal matrix's diagonal: chooses a path, not the result. */
const FIRST_DAMPING = 1e-3;
const LARGEST_DAMPING = 1e30;

/**
 * Levenberg's and Marquardt's method in a box: each step minimises the damped quadratic model within the bounds by an active set, so
 * bounds are met exactly and cost nothing where they do not bind. Deterministic; a step without a finite value is a rejected step.
 * Domain: lower ≤ upper and finite residuals at the start, otherwise the start as given, cost NaN, not converged. Never throws
 * by itself. Normal equations in scaled columns: good to a condition number of the Jacobian of about 1e7 after scaling; a
 * problem beyond that still descends, but slowly.
 * Source: J. J. Moré (1978) for scaling and stopping; H. B. Nielsen (1999) for the damping.   Checked: published minima of Moré,
 * Garbow and Hillstrom's test set (1981).
 */
export function levenbergMarquardt(problem: LeastSquaresProblem): LeastSquaresSolution {
  const { maxIterations = 100, tolerance = 1e-10 } = problem;
  const work = leastSquaresWork(problem);
  if (!Number.isFinite(work.cost)) return undefinedAtStart(problem);
  const vanished = work.cost * Number.EPSILON * Number.EPSILON;
  let iterations = 0;
  let damping = FIRST_DAMPING;
  let growth = 2;
  let wantsJacobian = true;
  let isConverged = work.cost === 0 || projectedCosine(work) <= tolerance;
  while (!isConverged && iterations < maxIterations && damping < LARGEST_DAMPING) {
    iterations += 1;
    const { predicted, relativeStep } = boundedStep(work, damping);
    const trialCost = predicted > 0 ? evaluateTrial(problem, work, wantsJacobian) : Number.NaN;
    const fall = work.cost - trialCost;
    if (fall > 0) {
      const isFlat = Math.max(fall, predicted) <= tolerance * work.cost && fall <= 2 * predicted;
      acceptTrial(problem, work, { trialCost, hasJacobian: wantsJacobian });
      isConverged = isFlat || relativeStep <= tolerance || trialCost <= vanished || projectedCosine(work) <= tolerance;
      const gain = 2 * (fall / predicted) - 1;
      damping *= Math.max(1 / 10, 1 - gain * gain * gain);
      growth = 2;
      wantsJacobian = true;
    } else {
      isConverged = Number.isFinite(trialCost) && (relativeStep <= 1e-3 * tolerance || predicted <= 1e-14 * work.cost);
      damping *= growth;
      growth *= 2;
      wantsJacobian = false;
    }
  }
  return { parameters: work.parameters, cost: work.cost, iterations, isConverged, activeBounds: activeBounds(work) };
}

/** The trial's cost. The Jacobian is taken along when the last step was a success, for then this one mostly is too. */
function evaluateTrial(problem: LeastSquaresProblem, work: LeastSquaresWork, withJacobian: boolean): number {
  problem.residuals(work.trial, work.trialResiduals, withJacobian ? work.trialJacobian : null);
  return halfSquares(work.trialResiduals);
}

/** The trial becomes the place to be: buffers change roles, so nothing is copied or allocated. */
function acceptTrial(
  problem: LeastSquaresProblem,
  work: LeastSquaresWork,
  { trialCost, hasJacobian }: { readonly trialCost: number; readonly hasJacobian: boolean },
): void {
  if (!hasJacobian) problem.residuals(work.trial, work.trialResiduals, work.trialJacobian);
  [work.parameters, work.trial] = [work.trial, work.parameters];
  [work.residuals, work.trialResiduals] = [work.trialResiduals, work.residuals];
  [work.jacobian, work.trialJacobian] = [work.trialJacobian, work.jacobian];
  work.cost = trialCost;
  normalEquations(work);
}

function halfSquares(residuals: Float64Array): number {
  let sum = 0;
  for (const residual of residuals) sum += residual * residual;
  return 0.5 * sum;
}

function activeBounds({ parameters, lower, upper }: LeastSquaresWork): readonly number[] {
  const active: number[] = [];
  parameters.forEach((value, index) => {
    if (value === lower[index] || value === upper[index]) active.push(index);
  });
  return active;
}

function undefinedAtStart({ start }: LeastSquaresProblem): LeastSquaresSolution {
  const parameters = Float64Array.from(start);
  return { parameters, cost: Number.NaN, iterations: 0, isConverged: false, activeBounds: [] };
}
