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

export function sviLinear(count: number): SviLinear {
  const [left, right, residual] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const nothing = { leftLeft: 0, leftRight: 0, rightRight: 0, a: 0, p: 0, c: 0, cost: Number.POSITIVE_INFINITY };
  return { left, right, residual, ...nothing };
}

/** Solves for a, p, c at (m, σ) with 0 ≤ p, c ≤ the largest slope: exact, because two bounded unknowns have four edges to try. */
export function solveLinear(
  target: SliceTarget,
  { m, sigma }: { readonly m: number; readonly sigma: number },
  linear: SviLinear,
): void {
  const { k, variance, pull } = target;
  const { left, right, residual } = linear;
  let [ones, leftMean, rightMean, varianceMean] = [0, 0, 0, 0];
  for (let index = 0; index < k.length; index += 1) {
    const z = (k[index] as number) - m;
    const root = Math.sqrt(z * z + sigma * sigma);
    const weight = (pull[index] as number) * (pull[index] as number);
    left[index] = 0.5 * (root - z);
    right[index] = 0.5 * (root + z);
    ones += weight;
    leftMean += weight * (left[index] as number);
    rightMean += weight * (right[index] as number);
    varianceMean += weight * (variance[index] as number);
  }
  leftMean /= ones;
  rightMean /= ones;
  varianceMean /= ones;
  let [ll, lr, rr, lw, rw] = [0, 0, 0, 0, 0];
  for (let index = 0; index < k.length; index += 1) {
    const factor = pull[index] as number;
    const x = factor * ((left[index] as number) - leftMean);
    const y = factor * ((right[index] as number) - rightMean);
    const w = factor * ((variance[index] as number) - varianceMean);
    left[index] = x;
    right[index] = y;
    residual[index] = -w;
    ll += x * x;
    lr += x * y;
    rr += y * y;
    lw += x * w;
    rw += y * w;
  }
  linear.leftLeft = ll;
  linear.leftRight = lr;
  linear.rightRight = rr;
  chooseSlopes(linear, lw, rw);
  linear.a = varianceMean - linear.p * leftMean - linear.c * rightMean;
  let squares = 0;
  for (let index = 0; index < k.length; index += 1) {
    const rest = (residual[index] as number) + linear.p * (left[index] as number) + linear.c * (right[index] as number);
    residual[index] = rest;
    squares += rest * rest;
  }
  linear.cost = 0.5 * squares;
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
