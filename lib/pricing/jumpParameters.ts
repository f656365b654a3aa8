/** Merton (1976): Black's diffusion with lognormal jumps, compensated. Rates are annual. */
export type MertonParameters = {
  /** σ of the diffusion alone. */
  readonly volatility: number;
  /** λ, expected jumps a year. */
  readonly jumpIntensity: number;
  /** Mean of the logarithm of one jump's factor. */
  readonly meanLogJump: number;
  /** Standard deviation of the same. */
  readonly jumpDeviation: number;
};

/** Kou (2002): Black's diffusion with double-exponential jumps of the logarithm, compensated. Rates are annual. */
export type KouParameters = {
  /** σ of the diffusion alone. */
  readonly volatility: number;
  /** λ, expected jumps a year. */
  readonly jumpIntensity: number;
  /** p, the share of jumps that go up. */
  readonly upProbability: number;
  /** η₁ > 1: an upward jump's mean is 1/η₁. */
  readonly upRate: number;
  /** η₂ > 0: a downward jump's mean is 1/η₂. */
  readonly downRate: number;
};
