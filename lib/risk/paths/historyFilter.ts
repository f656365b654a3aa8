/** One coin's past: what its days were against the volatility that they came in, and the volatility now. */
export type FilteredColumn = {
  /** Of mean 0 and mean square 1, oldest first. */
  readonly residuals: Float64Array;
  /** Daily variance of logarithmic returns, after the last day. */
  readonly variance: number;
};

/**
 * Daily logarithmic returns divided by their exponentially weighted volatility on the eve, h ← λh + (1 − λ)r², begun at the mean square of
 * all. Residuals are centred and scaled to 1, so that the variance has no drift where they are drawn again.
 * Null when there are fewer than two returns, one is no number, or they do not vary.
 * Source: G. Barone-Adesi, K. Giannopoulos, L. Vosper, "VaR without correlations for portfolios of derivative securities" (1999).
 */
export function filteredColumn(returns: ArrayLike<number>, decay: number): FilteredColumn | null {
  const centred = lessMean(Float64Array.from(returns));
  let variance = meanSquare(centred);
  if (!(centred.length > 1 && variance > 0 && variance < Number.POSITIVE_INFINITY)) return null;
  const divided = centred.map((value) => {
    const residual = value / Math.sqrt(variance);
    variance = decay * variance + (1 - decay) * value * value;
    return residual;
  });
  const residuals = lessMean(divided);
  const size = Math.sqrt(meanSquare(residuals));
  return { residuals: residuals.map((residual) => residual / size), variance };
}

function lessMean(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function meanSquare(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}
