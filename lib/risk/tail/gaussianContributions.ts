import { normalTailRisk } from "./normalTailRisk";
import type { TailRisk } from "./TailRisk";

/** Holdings of normal returns with mean 0. */
export type GaussianHoldings = {
  readonly weights: readonly number[];
  /** Rows of the returns' covariance, in the order of the weights. */
  readonly covariance: readonly (readonly number[])[];
};

/** Figures of the whole, and of each holding what the whole has through it: these add up. */
export type GaussianContributions = TailRisk & { readonly parts: readonly TailRisk[] };

/**
 * Euler's contributions of a Gaussian portfolio: k·wᵢ·(Cw)ᵢ/√(w'Cw), with k = Φ⁻¹(α) for VaR and φ(k)/(1 − α) for ES.
 * Domain: 0 < confidence < 1 and a variance above 0, otherwise NaN.   Error below 1e-14 of the whole's standard deviation times k.
 * Source: McNeil, Frey and Embrechts (2015), section 8.5.   Checked: vectors/varEs.json.
 */
export function gaussianContributions(holdings: GaussianHoldings, confidence: number): GaussianContributions {
  const { weights, covariance } = holdings;
  const products = weights.map(
    (weight, row) =>
      weight * weights.reduce((sum, other, column) => sum + other * (covariance[row]?.[column] ?? NaN), 0),
  );
  const deviation = Math.sqrt(products.reduce((sum, product) => sum + product, 0));
  const unit = normalTailRisk({ mean: 0, deviation: 1 }, confidence);
  const scaled = (by: number): TailRisk => ({
    valueAtRisk: unit.valueAtRisk * by,
    expectedShortfall: unit.expectedShortfall * by,
  });
  return { ...scaled(deviation), parts: products.map((product) => scaled(product / deviation)) };
}
