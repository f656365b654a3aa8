import { type ActiveNormals, activeNormals, append, release, solveTriangle, turn } from "./activeNormals";

/** Minimise ½ xᵀHx + gᵀx where every row of `normals` times x is at least its entry of `least`. Matrices are row-major. */
export type QuadraticProgram = {
  /** n × n, symmetric, positive definite; only its lower triangle is read. */
  readonly hessian: Float64Array;
  readonly gradient: Float64Array;
  /** m × n. */
  readonly normals: Float64Array;
  readonly least: Float64Array;
};

/** `multipliers` has one entry a constraint, 0 where it does not bind. */
export type QuadraticSolution =
  | { readonly ok: true; readonly x: Float64Array; readonly multipliers: Float64Array }
  | { readonly ok: false; readonly reason: "notConvex" | "infeasible" };

type Work = { readonly x: Float64Array; readonly weights: number[]; readonly normals: ActiveNormals };

/**
 * Strictly convex quadratic program by the dual method: from the free minimum, violated constraints are taken in one after another.
 * Domain: finite numbers. A Hessian that is not positive definite in doubles: `notConvex`; constraints that no x meets: `infeasible`.
 * Constraints are met to 1e-12 of their terms.
 * Source: D. Goldfarb, A. Idnani, "A numerically stable dual method for solving strictly convex quadratic programs" (1983).
 * Checked: the conditions of Karush, Kuhn and Tucker on random programs.
 */
export function quadraticProgram(program: QuadraticProgram): QuadraticSolution {
  const { gradient, least } = program;
  const normals = activeNormals(program.hessian, gradient.length);
  if (normals === null) return { ok: false, reason: "notConvex" };
  const work: Work = { x: freeMinimum(normals, gradient), weights: [], normals };
  for (let pass = 0; pass < 10 * (least.length + gradient.length); pass += 1) {
    const entering = mostViolated(program, work);
    if (entering < 0) return { ok: true, x: work.x, multipliers: multipliersOf(work, least.length) };
    if (!takeIn(program, work, entering)) return { ok: false, reason: "infeasible" };
  }
  return { ok: false, reason: "infeasible" };
}

/** x = −H⁻¹g. */
function freeMinimum(normals: ActiveNormals, gradient: Float64Array): Float64Array {
  const { n, basis, turned } = normals;
  const x = new Float64Array(n);
  turn(normals, gradient);
  for (let row = 0; row < n; row += 1) {
    let sum = 0;
    for (let column = 0; column < n; column += 1)
      sum -= (basis[row * n + column] as number) * (turned[column] as number);
    x[row] = sum;
  }
  return x;
}

function multipliersOf({ normals, weights }: Work, count: number): Float64Array {
  const multipliers = new Float64Array(count);
  normals.active.forEach((constraint, place) => {
    multipliers[constraint] = weights[place] as number;
  });
  return multipliers;
}

/** Index of the constraint that misses by most in units of its own terms; −1 when none misses beyond rounding. */
function mostViolated({ normals, least }: QuadraticProgram, work: Work): number {
  const { x } = work;
  let worst = -1e-12;
  let found = -1;
  for (let constraint = 0; constraint < least.length; constraint += 1) {
    let value = -(least[constraint] as number);
    let size = Math.abs(value);
    for (let index = 0, at = constraint * x.length; index < x.length; index += 1, at += 1) {
      const term = (normals[at] as number) * (x[index] as number);
      value += term;
      size += Math.abs(term);
    }
    if (!(value < worst * size) || work.normals.active.includes(constraint)) continue;
    worst = value / size;
    found = constraint;
  }
  return found;
}

/** Moves along the dual until a constraint holds, letting go of those whose multiplier would turn negative. False: none can hold it. */
function takeIn({ normals, least }: QuadraticProgram, { x, weights, normals: work }: Work, entering: number): boolean {
  const normal = normals.subarray(entering * work.n, (entering + 1) * work.n);
  let weight = 0;
  for (;;) {
    turn(work, normal);
    const falls = solveTriangle(work);
    const blocked = firstToVanish(weights, falls);
    const longest = blocked < 0 ? Number.POSITIVE_INFINITY : (weights[blocked] as number) / (falls[blocked] as number);
    const { direction, reach } = freeDirection(work);
    let missing = least[entering] as number;
    for (let index = 0; index < x.length; index += 1) missing -= (normal[index] as number) * (x[index] as number);
    const whole = reach > 0 ? missing / reach : Number.POSITIVE_INFINITY;
    const step = Math.min(longest, whole);
    if (step === Number.POSITIVE_INFINITY) return false;
    weight += step;
    falls.forEach((fall, place) => {
      weights[place] = (weights[place] as number) - step * fall;
    });
    if (reach > 0)
      direction.forEach((part, index) => {
        x[index] = (x[index] as number) + step * part;
      });
    if (whole <= longest) {
      append(work, entering);
      weights.push(weight);
      return true;
    }
    release(work, blocked);
    weights.splice(blocked, 1);
  }
}

/** Place of the active constraint whose multiplier is the first to reach 0; −1 when none falls. */
function firstToVanish(weights: readonly number[], falls: Float64Array): number {
  let found = -1;
  let shortest = Number.POSITIVE_INFINITY;
  falls.forEach((fall, place) => {
    const ratio = (weights[place] as number) / fall;
    if (!(fall > 0 && ratio < shortest)) return;
    shortest = ratio;
    found = place;
  });
  return found;
}

/** The way x can go without leaving the active constraints, and how much of the entering one a unit of it gains; 0 when it has none. */
function freeDirection({ n, basis, turned, active }: ActiveNormals): {
  readonly direction: Float64Array;
  readonly reach: number;
} {
  const direction = new Float64Array(n);
  let reach = 0;
  let whole = 0;
  for (let column = 0; column < n; column += 1) {
    const part = turned[column] as number;
    whole += part * part;
    if (column < active.length) continue;
    reach += part * part;
    for (let row = 0; row < n; row += 1)
      direction[row] = (direction[row] as number) + (basis[row * n + column] as number) * part;
  }
  return { direction, reach: reach > 1e-24 * whole ? reach : 0 };
}
