/** Probabilities of n = `first`, `first` + 1, …; the rest together below a rounding. */
export type PoissonWeights = { readonly first: number; readonly weights: Float64Array };

/** Weights this small against the largest, and their geometric tails, are below a rounding of the sum. */
const NEGLIGIBLE = 1e-19;

/**
 * Poisson probabilities e^(−μ)·μⁿ/n!, by recurrence in both directions from the mode, whose neighbours fall off faster than geometrically, and
 * normalised by their sum: neither the factor e^(−μ), which underflows, nor a factorial is needed.
 * Domain: mean ≥ 0; 0 → certainly none.   Relative error below 1e-15 per step from the mode.
 */
export function poissonWeights(mean: number): PoissonWeights {
  const mode = Math.floor(mean);
  const below: number[] = [];
  for (let weight = 1, n = mode; n > 0; n -= 1) {
    weight *= n / mean;
    if (weight < NEGLIGIBLE) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let weight = 1, n = mode + 1; ; n += 1) {
    weight *= mean / n;
    // Past the mode by definition, so what follows is less than a geometric series.
    if (weight < NEGLIGIBLE * (1 - mean / (n + 1))) break;
    above.push(weight);
  }
  const weights = Float64Array.from([...below.reverse(), 1, ...above]);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { first: mode - below.length, weights: weights.map((weight) => weight / sum) };
}
