import { normalDensity } from "@/lib/math/normal";
import { normalQuantile } from "@/lib/math/normalQuantile";
import type { TailRisk } from "./TailRisk";

/** A normal return: its mean and standard deviation, both of the return and not of the loss. */
export type NormalReturn = { readonly mean: number; readonly deviation: number };

/**
 * VaR = −μ + σ·z and ES = −μ + σ·φ(z)/(1 − α) with z = Φ⁻¹(α).
 * Domain: 0 < confidence < 1, otherwise NaN.   Relative error below 1e-13 while 1 − α keeps its digits.
 * Source: McNeil, Frey and Embrechts, "Quantitative Risk Management" (2015), examples 2.11 and 2.14.   Checked: vectors/varEs.json.
 */
export function normalTailRisk({ mean, deviation }: NormalReturn, confidence: number): TailRisk {
  const tail = 1 - confidence;
  const z = -normalQuantile(tail);
  return {
    valueAtRisk: deviation * z - mean,
    expectedShortfall: (deviation * normalDensity(z)) / tail - mean,
  };
}
