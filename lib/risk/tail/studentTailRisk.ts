import { studentTDensity } from "@/lib/math/studentT";
import { studentTQuantile } from "@/lib/math/studentTQuantile";
import type { TailRisk } from "./TailRisk";

/**
 * Student's t with `nu` degrees of freedom as the loss: `raw` has the variance ν/(ν − 2), `unitVariance` is scaled to 1, so that times a
 * standard deviation it is a loss of that deviation.
 */
export type StudentLoss = { readonly nu: number; readonly scale: "raw" | "unitVariance" };

/**
 * VaR = t, ES = f(t)/(1 − α)·(ν + t²)/(ν − 1) with t the quantile at α.
 * Domain: 0 < confidence < 1; nu > 0, otherwise NaN. With nu ≤ 1 there is no mean: ES is ∞. With nu ≤ 2 there is no variance: of
 * `unitVariance` both are NaN.   Relative error below 1e-13.
 * Source: McNeil, Frey and Embrechts (2015), example 2.15.   Checked: vectors/varEs.json.
 */
export function studentTailRisk({ nu, scale }: StudentLoss, confidence: number): TailRisk {
  const tail = 1 - confidence;
  const t = -studentTQuantile(tail, nu);
  const factor = scale === "raw" ? 1 : unitScale(nu);
  // (ν + t²)/(ν − 1) as (1 + t²/ν)/(1 − 1/ν), which has a value at ν = ∞.
  const mean =
    nu > 1 ? ((studentTDensity(t, nu) / tail) * (1 + (t * t) / nu)) / (1 - 1 / nu) : Number.POSITIVE_INFINITY;
  return { valueAtRisk: factor * t, expectedShortfall: factor * (Number.isNaN(t) ? Number.NaN : mean) };
}

function unitScale(nu: number): number {
  return nu > 2 ? Math.sqrt(1 - 2 / nu) : Number.NaN;
}
