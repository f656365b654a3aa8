import { normalDensity } from "@/lib/math/normal";
import { normalQuantile } from "@/lib/math/normalQuantile";
import type { TailRisk } from "./TailRisk";

/** Shape of a return with mean 0 and variance 1: falls are its left side, so a skew below 0 is the dangerous one. */
export type ReturnShape = { readonly skew: number; readonly excessKurtosis: number };

/** The figures, or why the expansion is none: where its quantiles turn around they are no quantiles. */
export type CornishFisherRisk =
  | ({ readonly ok: true } & TailRisk)
  | { readonly ok: false; readonly reason: "notMonotone" };

/**
 * The expansion has to rise for |z| up to here, beyond which a normal deviate lies once in 16,000 times. On the whole line it does not for any law a
 * little flatter than the normal one, however close to it.
 */
const MONOTONE_REACH = 4;

/**
 * VaR and ES of the Cornish–Fisher expansion, as standard deviations: a check of fuller methods by two moments more than the normal law's.
 * q(z) = z + (z² − 1)·S/6 + (z³ − 3z)·K/24 − (2z³ − 5z)·S²/36; VaR = −q(z) at z = −Φ⁻¹(α), ES = −E[q(Z); Z < z]/(1 − α). With Hermite's
 * polynomials the mean is closed: φ(z)/(1 − α)·(1 + z·S/6 + (z² − 1)·K/24 − (2z² − 1)·S²/36).
 * Domain: 0 < confidence < 1, otherwise NaN; refused where q falls for any |z| ≤ 4, or
 * short of the quantile itself ({@link isCornishFisherMonotone}).   Relative error below 1e-13.
 * Source: D. Maillard, "A user's guide to the Cornish Fisher expansion" (2012).   Checked: vectors/varEs.json.
 */
export function cornishFisherRisk(shape: ReturnShape, confidence: number): CornishFisherRisk {
  const { skew, excessKurtosis } = shape;
  const tail = 1 - confidence;
  const z = normalQuantile(tail);
  const reach = Math.max(MONOTONE_REACH, Math.abs(z) || 0);
  if (!isCornishFisherMonotone(shape, reach)) return { ok: false, reason: "notMonotone" };
  const square = z * z;
  const bend = (z * (square - 3) * excessKurtosis) / 24 - (z * (2 * square - 5) * skew * skew) / 36;
  const mean = 1 + (z * skew) / 6 + ((square - 1) * excessKurtosis) / 24 - ((2 * square - 1) * skew * skew) / 36;
  return {
    ok: true,
    valueAtRisk: -(z + ((square - 1) * skew) / 6 + bend),
    expectedShortfall: (normalDensity(z) / tail) * mean,
  };
}

/** Whether the expansion rises for all |z| ≤ `reach`: its slope is a parabola in z, least at its turn or at an end. */
export function isCornishFisherMonotone(
  { skew, excessKurtosis }: ReturnShape,
  reach: number = MONOTONE_REACH,
): boolean {
  const curve = excessKurtosis / 8 - (skew * skew) / 6;
  const tilt = Math.abs(skew / 3);
  const level = 1 - excessKurtosis / 8 + (5 * skew * skew) / 36;
  const turn = curve > 0 ? Math.min(reach, tilt / (2 * curve)) : reach;
  return level - tilt * turn + curve * turn * turn >= 0;
}
