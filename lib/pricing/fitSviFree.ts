import { levenbergMarquardt } from "@/lib/math/levenbergMarquardt";
import { type SviLinear, type SviPlace, solveLinear, sviLinear } from "./fitSviLinear";
import { type SliceTarget, sviBox } from "./fitSviProblem";
import { LARGEST_SLOPE } from "./sviWings";

const MIDDLES = [-1, -0.4, 0, 0.4, 1];
const WIDTHS = [0.15, 0.4, 1, 2.5];

/**
 * Best slice for its quotes without regard to arbitrage, as wings: a, p and c are solved for exactly at each (m, σ), so that two
 * unknowns are searched instead of five (Zeliade's quasi-explicit method). Started from the best of twenty places.
 */
export function fitSviFree(target: SliceTarget, near: Float64Array | null = null): Float64Array {
  const linear = sviLinear(target.k.length);
  const box = sviBox(target);
  const solution = levenbergMarquardt({
    start: near === null ? bestPlace(target, linear) : [near[3] as number, Math.log(near[4] as number)],
    lower: [box.lower[3] as number, Math.log(box.lower[4] as number)],
    upper: [box.upper[3] as number, Math.log(box.upper[4] as number)],
    residualCount: target.k.length + 2,
    tolerance: 1e-6,
    maxIterations: 60,
    residuals: (place, out, jacobian) => {
      const at = { m: place[0] as number, sigma: Math.exp(place[1] as number) };
      solveLinear(target, at, linear);
      out.set(linear.residual);
      if (jacobian !== null) writeJacobian(target, at, { linear, jacobian });
      writeTie(target, at, { out, jacobian });
    },
  });
  const at = { m: solution.parameters[0] as number, sigma: Math.exp(solution.parameters[1] as number) };
  solveLinear(target, at, linear);
  return Float64Array.of(linear.a, linear.p, linear.c, at.m, at.sigma);
}

/** The two residuals that draw m and σ to a plain smile. */
function writeTie(
  { k, width, tie }: SliceTarget,
  { m, sigma }: SviPlace,
  { out, jacobian }: { readonly out: Float64Array; readonly jacobian: Float64Array | null },
): void {
  const row = k.length;
  out[row] = (tie * m) / width;
  out[row + 1] = tie * Math.log(sigma / width);
  jacobian?.set([tie / width, 0, 0, tie], 2 * row);
}

function bestPlace(target: SliceTarget, linear: SviLinear): readonly [number, number] {
  const { middle, width: spread } = target;
  let least = Number.POSITIVE_INFINITY;
  let best: readonly [number, number] = [middle, Math.log(spread)];
  for (const shift of MIDDLES) {
    for (const wide of WIDTHS) {
      const at = { m: middle + shift * spread, sigma: wide * spread };
      solveLinear(target, at, linear);
      if (!(linear.cost < least)) continue;
      least = linear.cost;
      best = [at.m, Math.log(at.sigma)];
    }
  }
  return best;
}

/**
 * Columns ∂r/∂m and ∂r/∂ln σ with what a, p, c make up for taken out (Kaufman's approximation). A slope on its bound makes up for nothing.
 */
function writeJacobian(target: SliceTarget, place: SviPlace, { linear, jacobian }: JacobianPlace): void {
  const { left, right } = linear;
  writeCentred(target, place, { linear, jacobian });
  let [ls, rs, lw, rw] = [0, 0, 0, 0];
  for (let index = 0; index < left.length; index += 1) {
    const shift = jacobian[2 * index] as number;
    const width = jacobian[2 * index + 1] as number;
    ls += (left[index] as number) * shift;
    rs += (right[index] as number) * shift;
    lw += (left[index] as number) * width;
    rw += (right[index] as number) * width;
  }
  const byShift = madeUp(linear, ls, rs);
  const byWidth = madeUp(linear, lw, rw);
  for (let index = 0; index < left.length; index += 1) {
    const x = left[index] as number;
    const y = right[index] as number;
    jacobian[2 * index] = (jacobian[2 * index] as number) - byShift.p * x - byShift.c * y;
    jacobian[2 * index + 1] = (jacobian[2 * index + 1] as number) - byWidth.p * x - byWidth.c * y;
  }
}

type JacobianPlace = { readonly linear: SviLinear; readonly jacobian: Float64Array };

/** The same columns with only a made up for: ∂w/∂m and ∂w/∂ln σ less their means, times the pull. */
function writeCentred(
  { k, pull }: SliceTarget,
  { m, sigma }: SviPlace,
  { linear: { p, c }, jacobian }: JacobianPlace,
): void {
  let [ones, shiftSum, widthSum] = [0, 0, 0];
  for (let index = 0; index < k.length; index += 1) {
    const z = (k[index] as number) - m;
    const root = Math.sqrt(z * z + sigma * sigma);
    const weight = (pull[index] as number) * (pull[index] as number);
    const shift = (0.5 * (p * (root - z) - c * (root + z))) / root;
    const width = (0.5 * (p + c) * sigma * sigma) / root;
    jacobian[2 * index] = shift;
    jacobian[2 * index + 1] = width;
    ones += weight;
    shiftSum += weight * shift;
    widthSum += weight * width;
  }
  for (let index = 0; index < k.length; index += 1) {
    const factor = pull[index] as number;
    jacobian[2 * index] = factor * ((jacobian[2 * index] as number) - shiftSum / ones);
    jacobian[2 * index + 1] = factor * ((jacobian[2 * index + 1] as number) - widthSum / ones);
  }
}

/** The change of the free slopes that comes nearest to a column with these products. */
function madeUp(
  { leftLeft, leftRight, rightRight, p, c }: SviLinear,
  byLeft: number,
  byRight: number,
): { readonly p: number; readonly c: number } {
  const isLeftFree = p > 0 && p < LARGEST_SLOPE;
  const isRightFree = c > 0 && c < LARGEST_SLOPE;
  if (isLeftFree && isRightFree) {
    const determinant = leftLeft * rightRight - leftRight * leftRight;
    return {
      p: (byLeft * rightRight - byRight * leftRight) / determinant,
      c: (byRight * leftLeft - byLeft * leftRight) / determinant,
    };
  }
  return { p: isLeftFree ? byLeft / leftLeft : 0, c: isRightFree ? byRight / rightRight : 0 };
}
