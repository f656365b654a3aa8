import type { SliceTarget } from "./fitSviProblem";
import { LARGEST_SLOPE } from "./sviWings";

/** The part of SVI that is linear, at one (m, σ): columns of its least-squares problem and the best a, p, c. Reused between calls. */
export type SviLinear = {
  /** Columns of p and c, less their weighted means, times the pull. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** What is left of the quotes, in the cost's unit. */
  readonly residual: Float64Array;
  leftLeft: number;
  leftRight: number;
  rightRight: number;
  a: number;
  p: number;
  c: number;
  /** Half the sum of squared residuals. */
  cost: number;
};

/** The two of a slice's numbers that w is not linear in. */
export type SviPlace = { readonly m: number; readonly sigma: number };

/** Room for so many quotes. */
export function sviLinear(count: number): SviLinear {
  const [left, right, residual] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const nothing = { leftLeft: 0, leftRight: 0, rightRight: 0, a: 0, p: 0, c: 0, cost: Number.POSITIVE_INFINITY };
  return { left, right, residual, ...nothing };
}

/** Solves for a, p, c at (m, σ) with 0 ≤ p, c ≤ the largest slope: exact, because two bounded unknowns have four edges to try. */
export function solveLinear(target: SliceTarget, place: SviPlace, linear: SviLinear): void {
  const { k } = target;
  const { left, right, residual } = linear;
  const means = centreColumns(target, place, linear);
  let [ll, lr, rr, lw, rw] = [0, 0, 0, 0, 0];
  for (let index = 0; index < k.length; index += 1) {
    const x = left[index] as number;
    const y = right[index] as number;
    const w = residual[index] as number;
    ll += x * x;
    lr += x * y;
    rr += y * y;
    lw -= x * w;
    rw -= y * w;
  }
  linear.leftLeft = ll;
  linear.leftRight = lr;
  linear.rightRight = rr;
  chooseSlopes(linear, lw, rw);
  linear.a = means.variance - linear.p * means.left - linear.c * means.right;
  let squares = 0;
  for (let index = 0; index < k.length; index += 1) {
    const fitted = linear.p * (left[index] as number) + linear.c * (right[index] as number);
    const rest = (residual[index] as number) + fitted;
    residual[index] = rest;
    squares += rest * rest;
  }
  linear.cost = 0.5 * squares;
}

type Means = { readonly left: number; readonly right: number; readonly variance: number };

/** Fills the columns, and −(w − mean)·pull as the residual of a slice without slopes; returns the means that were taken out. */
function centreColumns(
  { k, variance, pull }: SliceTarget,
  { m, sigma }: SviPlace,
  { left, right, residual }: SviLinear,
): Means {
  let [ones, leftSum, rightSum, varianceSum] = [0, 0, 0, 0];
  for (let index = 0; index < k.length; index += 1) {
    const z = (k[index] as number) - m;
    const root = Math.sqrt(z * z + sigma * sigma);
    const weight = (pull[index] as number) * (pull[index] as number);
    left[index] = 0.5 * (root - z);
    right[index] = 0.5 * (root + z);
    ones += weight;
    leftSum += weight * (left[index] as number);
    rightSum += weight * (right[index] as number);
    varianceSum += weight * (variance[index] as number);
  }
  const means = { left: leftSum / ones, right: rightSum / ones, variance: varianceSum / ones };
  for (let index = 0; index < k.length; index += 1) {
    const factor = pull[index] as number;
    left[index] = factor * ((left[index] as number) - means.left);
    right[index] = factor * ((right[index] as number) - means.right);
    residual[index] = factor * (means.variance - (variance[index] as number));
  }
  return means;
}

/** Least of ½(ll·p² + 2lr·pc + rr·c²) − lw·p − rw·c in the box. A column without length has no say: its slope is 0. */
function chooseSlopes(linear: SviLinear, lw: number, rw: number): void {
  const { leftLeft: ll, leftRight: lr, rightRight: rr } = linear;
  const determinant = ll * rr - lr * lr;
  const p = (lw * rr - rw * lr) / determinant;
  const c = (rw * ll - lw * lr) / determinant;
  if (determinant > 1e-13 * ll * rr && p >= 0 && p <= LARGEST_SLOPE && c >= 0 && c <= LARGEST_SLOPE) {
    linear.p = p;
    linear.c = c;
    return;
  }
  let least = Number.POSITIVE_INFINITY;
  for (let edge = 0; edge < 4; edge += 1) {
    const held = edge % 2 === 0 ? 0 : LARGEST_SLOPE;
    const isLeftHeld = edge < 2;
    const other = isLeftHeld ? within((rw - lr * held) / rr) : within((lw - lr * held) / ll);
    const [x, y] = isLeftHeld ? [held, other] : [other, held];
    const value = 0.5 * (ll * x * x + rr * y * y) + lr * x * y - lw * x - rw * y;
    if (!(value < least)) continue;
    least = value;
    linear.p = x;
    linear.c = y;
  }
}

function within(slope: number): number {
  return slope > 0 ? Math.min(slope, LARGEST_SLOPE) : 0;
}
