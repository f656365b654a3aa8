/** Heston (1993): dv = κ(θ − v)dt + σ√v dW₂, dF/F = √v dW₁, corr(dW₁, dW₂) = ρ. Rates are annual. */
export type HestonParameters = {
  /** v₀, at least 0: 0.36 is a volatility of 60 %. */
  readonly initialVariance: number;
  /** κ, above 0. */
  readonly meanReversion: number;
  /** θ, at least 0. */
  readonly longRunVariance: number;
  /** σ, at least 0. */
  readonly volatilityOfVariance: number;
  /** ρ, in [−1, 1]. */
  readonly correlation: number;
};

/** Bates (1996): Heston with lognormal jumps of the price, compensated so that the forward stays the mean. */
export type BatesParameters = HestonParameters & {
  /** λ, expected jumps a year. */
  readonly jumpIntensity: number;
  /** ν, mean of the logarithm of one jump's factor. */
  readonly meanLogJump: number;
  /** δ, standard deviation of the same. */
  readonly jumpDeviation: number;
};
