import { NO_TAIL_RISK, type TailRisk } from "./TailRisk";

/** Losses beyond a threshold: which share of all there are, and their generalised Pareto law, P(L − u > y) = (1 + ξy/β)^(−1/ξ). */
export type GpdTail = {
  /** u, a loss. */
  readonly threshold: number;
  /** ζ: P(L > u). */
  readonly exceedanceShare: number;
  /** ξ: above 0 the tail is a power, at 0 exponential, below 0 it ends. */
  readonly shape: number;
  /** β > 0, in the unit of the losses. */
  readonly scale: number;
};

/**
 * VaR = u + β/ξ·(((1 − α)/ζ)^(−ξ) − 1), ES = u + (VaR − u + β)/(1 − ξ); ξ → 0 without loss, by expm1.
 * Domain: 0 < 1 − α ≤ ζ (further in, the tail says nothing) and β > 0, otherwise NaN. With ξ ≥ 1 there is no mean: ES is ∞.
 * Relative error below 1e-13.   Source: McNeil, Frey and Embrechts (2015), equations 5.18 and 5.19.   Checked: vectors/varEs.json.
 */
export function gpdTailRisk({ threshold, exceedanceShare, shape, scale }: GpdTail, confidence: number): TailRisk {
  const tail = 1 - confidence;
  if (!(tail > 0 && tail <= exceedanceShare && scale > 0)) return NO_TAIL_RISK;
  const excess = gpdExcess({ shape, scale }, tail / exceedanceShare);
  return {
    valueAtRisk: threshold + excess,
    expectedShortfall: shape < 1 ? threshold + (excess + scale) / (1 - shape) : Number.POSITIVE_INFINITY,
  };
}

/**
 * The share of all scenarios that lose more than `loss`, by the law: ζ·(1 + ξy/β)^(−1/ξ), y the excess over the threshold; 0 beyond the end of a law that has one.
 * Domain: losses from the threshold on, otherwise NaN. The inverse of {@link gpdExcess}.
 */
export function gpdBeyond({ threshold, exceedanceShare, shape, scale }: GpdTail, loss: number): number {
  const z = (loss - threshold) / scale;
  if (!(z >= 0)) return Number.NaN;
  if (1 + shape * z <= 0) return 0;
  const grown = shape * z;
  return exceedanceShare * Math.exp(grown === 0 ? -z : (-z * Math.log1p(grown)) / grown);
}

/** The excess over the threshold that a share `upper` of the excesses lies beyond: β·(upper^(−ξ) − 1)/ξ. */
export function gpdExcess({ shape, scale }: Pick<GpdTail, "shape" | "scale">, upper: number): number {
  const length = -Math.log(upper);
  const power = shape * length;
  return scale * length * (power === 0 ? 1 : Math.expm1(power) / power);
}
