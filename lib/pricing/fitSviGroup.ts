import { quadraticProgram } from "@/lib/math/quadraticProgram";
import {
  addNormalEquations,
  constraintValue,
  type SviConstraint,
  type SviGroup,
  sliceCost,
  sviBox,
} from "./fitSviProblem";
import { violatedConstraints } from "./fitSviViolations";
import { WINGS_LENGTH } from "./sviWings";

const MOST_STEPS = 60;
const DAMPING = 1e-4;
/** A step that lowers the cost by less than this share is the last one. */
const LAST_FALL = 1e-2;
/** Parts of what is missing that a step may be asked for: the whole, and less where the linear constraints contradict one another. */
const DEMANDS = [1, 0.3, 0.05];

/**
 * Fits neighbouring slices under "no butterfly at any k" and "w does not fall from slice to slice at any k", from `start`: damped Gauss and
 * Newton steps, each a quadratic program under the constraints known so far, made linear; after each step the polynomials of the
 * certificate say where constraints are still missing. Null when no place that the certificate accepts was met: the caller then bends
 * the slices itself.
 */
export function fitSviGroup(group: SviGroup, start: Float64Array): Float64Array | null {
  const search = beginSearch(group, start);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = directionOf(search);
    if (direction === null) break;
    const before = meritAt(search, search.wings);
    const trial = shortened(search, direction, before);
    if (trial === null) break;
    search.wings = trial;
    const found = violatedConstraints(group, trial);
    if (found.length === 0) {
      const cost = costAt(group, trial);
      if (cost < search.bestCost) [search.best, search.bestCost] = [trial, cost];
      if (before - meritAt(search, trial) <= LAST_FALL * before + 1e-12) break;
    }
    found.forEach((one) => {
      addOrTighten(search.constraints, one);
    });
  }
  return search.best;
}

/** The first of the whole step, its half, its quarter … that lowers the merit; null when none does. */
function shortened(search: Search, direction: Float64Array, before: number): Float64Array | null {
  const { wings, lower, upper } = search;
  for (let share = 1; share > 1e-4; share *= 0.5) {
    const trial = wings.map((value, index) =>
      Math.min(Math.max(value + share * (direction[index] as number), lower[index] as number), upper[index] as number),
    );
    if (meritAt(search, trial) < before) return trial;
  }
  return null;
}

type Search = {
  readonly group: SviGroup;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly constraints: SviConstraint[];
  wings: Float64Array;
  best: Float64Array | null;
  bestCost: number;
};

function beginSearch(group: SviGroup, start: Float64Array): Search {
  const boxes = group.slices.map(sviBox);
  const lower = boxes.flatMap((box) => box.lower);
  const upper = boxes.flatMap((box) => box.upper);
  const wings = start.map((value, index) => Math.min(Math.max(value, lower[index] as number), upper[index] as number));
  const constraints = [...violatedConstraints(group, wings)];
  const isFree = constraints.length === 0;
  const bestCost = isFree ? costAt(group, wings) : Number.POSITIVE_INFINITY;
  return { group, lower, upper, constraints, wings, best: isFree ? wings : null, bestCost };
}

/** The whole step from here; null when the program has no solution. Raises the constraints' penalties to their multipliers. */
function directionOf(search: Search): Float64Array | null {
  const { group, wings, lower, upper } = search;
  const n = wings.length;
  const hessian = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  group.slices.forEach((target, slice) => {
    addNormalEquations(target, { wings, at: WINGS_LENGTH * slice }, { hessian, gradient });
  });
  for (let index = 0; index < n; index += 1) {
    const width = (upper[index] as number) - (lower[index] as number);
    const own = hessian[index * n + index] as number;
    hessian[index * n + index] = own + DAMPING * own + 1e-9 / (width * width);
  }
  const { normals, least, rows } = linearised(search);
  for (const demand of DEMANDS) {
    const asked = least.map((missing, row) => (row < rows.length && missing > 0 ? demand * missing : missing));
    const solution = quadraticProgram({ hessian, gradient, normals, least: asked });
    if (!solution.ok) continue;
    rows.forEach((constraint, row) => {
      const multiplier = solution.multipliers[row] as number;
      constraint.penalty = Math.max(1.2 * multiplier, 0.5 * (constraint.penalty + multiplier));
    });
    return solution.x;
  }
  return null;
}

type Linearised = {
  readonly normals: Float64Array;
  readonly least: Float64Array;
  readonly rows: readonly SviConstraint[];
};

/** The constraints that have a value here, then the box, as rows of a quadratic program in the step. */
function linearised({ group, wings, lower, upper, constraints }: Search): Linearised {
  const n = wings.length;
  const normals = new Float64Array((constraints.length + 2 * n) * n);
  const least = new Float64Array(constraints.length + 2 * n);
  const rows: SviConstraint[] = [];
  for (const constraint of constraints) {
    const normal = normals.subarray(rows.length * n, (rows.length + 1) * n);
    const value = constraintValue(group, constraint, { wings, normal });
    if (Number.isFinite(value)) least[rows.push(constraint) - 1] = constraint.least - value;
    else normal.fill(0);
  }
  for (let index = 0; index < n; index += 1) {
    const row = rows.length + 2 * index;
    normals[row * n + index] = 1;
    least[row] = (lower[index] as number) - (wings[index] as number);
    normals[(row + 1) * n + index] = -1;
    least[row + 1] = (wings[index] as number) - (upper[index] as number);
  }
  const count = rows.length + 2 * n;
  return { normals: normals.subarray(0, count * n), least: least.subarray(0, count), rows };
}

/** The cost and what the violations are taken to cost. */
function meritAt({ group, constraints }: Search, wings: Float64Array): number {
  let merit = costAt(group, wings);
  for (const constraint of constraints) {
    const missing = constraint.least - constraintValue(group, constraint, { wings, normal: null });
    if (!(missing <= 0)) merit += constraint.penalty * (Number.isFinite(missing) ? missing : 1);
  }
  return merit;
}

function costAt({ slices }: SviGroup, wings: Float64Array): number {
  return slices.reduce((sum, target, slice) => sum + sliceCost(target, wings, WINGS_LENGTH * slice), 0);
}

/** A place beside a known one means that the known one has to be held with more room. */
function addOrTighten(constraints: SviConstraint[], { kind, slice, k, ...found }: SviConstraint): void {
  const known = constraints.find(
    (one) => one.kind === kind && one.slice === slice && (one.k === k || Math.abs(one.k - k) < one.reach),
  );
  if (known === undefined) constraints.push({ kind, slice, k, ...found });
  else known.least = Math.max(2 * known.least, found.least);
}
