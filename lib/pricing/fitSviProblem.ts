import { LARGEST_SLOPE, WINGS_LENGTH, wingsDurrleman, wingsVariance } from "./sviWings";

/** The quotes of one expiry as the fit sees them: three arrays of one length. */
export type SliceTarget = {
  readonly timeToExpiryYears: number;
  /** k = ln(K/F). */
  readonly k: Float64Array;
  /** Total variance of the quote. */
  readonly variance: Float64Array;
  /** Volatility's error per error of total variance, times √ of the weight's share: the cost is half the weighted mean square of volatility. */
  readonly pull: Float64Array;
  /** Mean of k by weight. */
  readonly middle: number;
  /** Deviation of k by weight. σ is drawn to it, and m towards 0 in units of it: what quotes leave open is settled near a plain smile. */
  readonly width: number;
  /** How strongly, in volatility per unit of ln σ. */
  readonly tie: number;
};

/** An inequality at one place: g ≥ `least`, or w − w of the slice before ≥ `least` (k = ±∞: of their slopes). */
export type SviConstraint = {
  readonly kind: "butterfly" | "calendar";
  /** Index in the group. */
  readonly slice: number;
  readonly k: number;
  /** Places nearer than this say the same. */
  readonly reach: number;
  /** Doubled when a place so near is found violated although this one is not. */
  least: number;
  /** What a unit of violation is taken to cost when steps are compared; grows to the multiplier. */
  penalty: number;
};

/** Neighbouring slices that are fitted together. Their wings lie one after another, WINGS_LENGTH numbers a slice. */
export type SviGroup = {
  readonly slices: readonly SliceTarget[];
  /** Wings of the slice before the first, held. */
  readonly floor: Float64Array;
};

/** Where nothing lies before the first slice: a flat one of a fiftieth of the least quoted variance, so that w stays well above 0. */
export function flatFloor({ variance }: SliceTarget): Float64Array {
  return Float64Array.of(0.02 * Math.min(...variance), 0, 0, 0, 1);
}

/** Where a slice may lie: m not far outside of the quotes, σ from a cusp to a parabola. */
export function sviBox({ k, variance }: SliceTarget): {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
} {
  let [from, to, most] = [k[0] as number, k[0] as number, 0];
  for (let index = 0; index < k.length; index += 1) {
    from = Math.min(from, k[index] as number);
    to = Math.max(to, k[index] as number);
    most = Math.max(most, variance[index] as number);
  }
  const deviation = Math.sqrt(most);
  const reach = Math.max(to - from, deviation);
  return {
    lower: [-20 * most, 0, 0, from - reach, 0.02 * deviation],
    upper: [4 * most, LARGEST_SLOPE, LARGEST_SLOPE, to + reach, 10 * reach],
  };
}

/** Half the weighted mean square of a slice's error in volatility, to first order in total variance. */
export function sliceCost({ k, variance, pull, tie, width }: SliceTarget, wings: Float64Array, at: number): number {
  let sum = 0;
  for (let index = 0; index < k.length; index += 1) {
    const w = wingsVariance(wings, at, { k: k[index] as number, gradient: null });
    const residual = (pull[index] as number) * (w - (variance[index] as number));
    sum += residual * residual;
  }
  const m = (tie * (wings[at + 3] as number)) / width;
  const sigma = tie * Math.log((wings[at + 4] as number) / width);
  return 0.5 * (sum + m * m + sigma * sigma);
}

/** Adds a slice's JᵀJ and Jᵀr to the group's, n × n and n. */
export function addNormalEquations(
  { k, variance, pull, tie, width }: SliceTarget,
  { wings, at }: { readonly wings: Float64Array; readonly at: number },
  { hessian, gradient }: { readonly hessian: Float64Array; readonly gradient: Float64Array },
): void {
  const n = gradient.length;
  const row = new Float64Array(WINGS_LENGTH);
  for (let index = 0; index < k.length; index += 1) {
    const factor = pull[index] as number;
    row.fill(0);
    const w = wingsVariance(wings, at, { k: k[index] as number, gradient: { jacobian: row, at: 0, factor } });
    const residual = factor * (w - (variance[index] as number));
    for (let i = 0; i < WINGS_LENGTH; i += 1) {
      const left = row[i] as number;
      gradient[at + i] = (gradient[at + i] as number) + left * residual;
      const base = (at + i) * n + at;
      for (let j = 0; j <= i; j += 1) hessian[base + j] = (hessian[base + j] as number) + left * (row[j] as number);
    }
  }
  const [m, sigma] = [wings[at + 3] as number, wings[at + 4] as number];
  for (const [index, slope, residual] of [
    [at + 3, tie / width, (tie * m) / width],
    [at + 4, tie / sigma, tie * Math.log(sigma / width)],
  ] as const) {
    gradient[index] = (gradient[index] as number) + slope * residual;
    hessian[index * n + index] = (hessian[index * n + index] as number) + slope * slope;
  }
}

/** g, or w less the w of the slice before, at a constraint's place; its gradient is added to `normal`, n entries, unless null. */
export function constraintValue(
  { floor }: SviGroup,
  { kind, slice, k }: SviConstraint,
  { wings, normal }: { readonly wings: Float64Array; readonly normal: Float64Array | null },
): number {
  const at = WINGS_LENGTH * slice;
  const own = normal === null ? null : { jacobian: normal, at, factor: 1 };
  if (kind === "butterfly") return wingsDurrleman(wings, at, { k, gradient: own });
  const w = wingsVariance(wings, at, { k, gradient: own });
  if (slice === 0) return w - wingsVariance(floor, 0, { k, gradient: null });
  const before = at - WINGS_LENGTH;
  return (
    w -
    wingsVariance(wings, before, { k, gradient: normal === null ? null : { jacobian: normal, at: before, factor: -1 } })
  );
}
