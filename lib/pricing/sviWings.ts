import type { RawSvi } from "./VolatilitySurface";

/**
 * Raw SVI as a fit sees it: [a, p, c, m, σ] with the slopes of the wings p = b(1 − ρ), c = b(1 + ρ) in place of b and ρ. Lee's bound
 * and |ρ| ≤ 1 are then a box, 0 ≤ p, c ≤ 2, and w is linear in the first three. Several slices lie one after another in an array.
 */
export const WINGS_LENGTH = 5;

/** Largest slope of a wing: short of Lee's 2, so that the mean is the forward and the integrals of the density converge. */
export const LARGEST_SLOPE = 1.99;

/** Writes a slice's five numbers at `at`. */
export function writeWings(svi: RawSvi, wings: Float64Array, at: number): void {
  wings[at] = svi.a;
  wings[at + 1] = svi.b * (1 - svi.rho);
  wings[at + 2] = svi.b * (1 + svi.rho);
  wings[at + 3] = svi.m;
  wings[at + 4] = svi.sigma;
}

/** The slice whose numbers begin at `at`. */
export function readWings(wings: Float64Array, at: number): RawSvi {
  const [a = Number.NaN, p = Number.NaN, c = Number.NaN, m = Number.NaN, sigma = Number.NaN] = wings.subarray(at);
  const b = 0.5 * (p + c);
  return { a, b, rho: b > 0 ? (0.5 * (c - p)) / b : 0, m, sigma };
}

/** Where a gradient goes: `row` of `jacobian` from its entry `at` on, times `factor`. */
export type GradientPlace = { readonly jacobian: Float64Array; readonly at: number; readonly factor: number };

/** w at k; k = ±∞ means the slope of that wing, w/|k|. Adds factor·∂w/∂wings to the gradient's place unless it is null. */
export function wingsVariance(
  wings: Float64Array,
  at: number,
  question: { readonly k: number; readonly gradient: GradientPlace | null },
): number {
  const { k, gradient } = question;
  const p = wings[at + 1] as number;
  const c = wings[at + 2] as number;
  if (!Number.isFinite(k)) {
    if (gradient !== null) add(gradient, k > 0 ? 2 : 1, 1);
    return k > 0 ? c : p;
  }
  const sigma = wings[at + 4] as number;
  const z = k - (wings[at + 3] as number);
  const root = Math.sqrt(z * z + sigma * sigma);
  const left = 0.5 * (root - z);
  const right = 0.5 * (root + z);
  if (gradient !== null) {
    add(gradient, 0, 1);
    add(gradient, 1, left);
    add(gradient, 2, right);
    add(gradient, 3, (p * left - c * right) / root);
    add(gradient, 4, (0.5 * (p + c) * sigma) / root);
  }
  return (wings[at] as number) + p * left + c * right;
}

/** Durrleman's g at a finite k, and its gradient as above. NaN where w ≤ 0. */
export function wingsDurrleman(
  wings: Float64Array,
  at: number,
  question: { readonly k: number; readonly gradient: GradientPlace | null },
): number {
  const { k, gradient } = question;
  const p = wings[at + 1] as number;
  const c = wings[at + 2] as number;
  const sigma = wings[at + 4] as number;
  const z = k - (wings[at + 3] as number);
  const root = Math.sqrt(z * z + sigma * sigma);
  const w = wingsVariance(wings, at, { k, gradient: null });
  const b = 0.5 * (p + c);
  const cosine = sigma / root;
  const sine = z / root;
  const slope = 0.5 * (c - p) + b * sine;
  const bend = (cosine * cosine) / root;
  const inner = 1 - (0.5 * k * slope) / w;
  const g = inner * inner - 0.25 * slope * slope * (1 / w + 0.25) + 0.5 * b * bend;
  if (gradient !== null) {
    const byW = (inner * k * slope + 0.25 * slope * slope) / (w * w);
    const bySlope = -(inner * k) / w - 0.5 * slope * (1 / w + 0.25);
    add(gradient, 0, byW);
    add(gradient, 1, 0.5 * (byW * (root - z) + bySlope * (sine - 1) + 0.5 * bend));
    add(gradient, 2, 0.5 * (byW * (root + z) + bySlope * (sine + 1) + 0.5 * bend));
    add(gradient, 3, -byW * slope - bySlope * b * bend + (1.5 * b * bend * sine) / root);
    const bendBySigma = (2 * cosine - 3 * cosine * cosine * cosine) / (root * root);
    add(gradient, 4, byW * b * cosine - (bySlope * b * sine * cosine) / root + 0.5 * b * bendBySigma);
  }
  return w > 0 ? g : Number.NaN;
}

function add({ jacobian, at, factor }: GradientPlace, index: number, value: number): void {
  jacobian[at + index] = (jacobian[at + index] as number) + factor * value;
}
