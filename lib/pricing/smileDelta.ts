/**
 * Deltas of an option that is priced on a smile, in units of the underlying per option: "dollar" deltas, ∂V/∂F of a value V in the
 * quote. What they hedge in coin is `coinDelta` of screenUnits. All fields raw, as in BlackResult.
 */
export type SmileDeltas = {
  /** The strike keeps its volatility: Black's delta. */
  readonly stickyStrike: number;
  /** The moneyness keeps its volatility: the smile moves with the forward. */
  readonly stickyDelta: number;
};

/** An option's values and its smile. */
export type SmileDeltaInput = {
  /** Black's ∂V/∂F at the strike's own volatility. */
  readonly delta: number;
  /** ∂V/∂σ, per 1.00. */
  readonly vega: number;
  /** In the quote, above 0. */
  readonly forward: number;
  /** ∂σ/∂k of the smile at the option's strike, k = ln(K/F). */
  readonly slope: number;
};

/**
 * Sticky strike and sticky delta. With σ = σ(k), k = ln(K/F), a rise of the forward lowers k: ∂V/∂F = Δ + vega·∂σ/∂F with
 * ∂σ/∂F = −(∂σ/∂k)/F. Where falls are dearer than rises (slope below 0) the sticky delta is the larger.
 */
export function smileDeltas({ delta, vega, forward, slope }: SmileDeltaInput): SmileDeltas {
  return { stickyStrike: delta, stickyDelta: delta - (vega * slope) / forward };
}

/** An option's values under Heston or Bates, and what ties the variance to the price. */
export type MinimumVarianceInput = {
  /** ∂V/∂F with the variance held. */
  readonly delta: number;
  /** ∂V/∂√v₀, per 1.00: the vega of a strip under these models. */
  readonly vega: number;
  readonly forward: number;
  /** v₀, above 0. */
  readonly initialVariance: number;
  /** σ of the variance. */
  readonly volatilityOfVariance: number;
  /** ρ. */
  readonly correlation: number;
};

/**
 * The delta whose hedge leaves the least variance when price and variance move together: Δ + (ρσᵥ/F)·∂V/∂v, ∂V/∂v = vega/(2√v₀).
 * Of the diffusive moves alone: under Bates the jumps are not in it. NaN without variance.
 */
export function minimumVarianceDelta(input: MinimumVarianceInput): number {
  const { delta, vega, forward, initialVariance, volatilityOfVariance, correlation } = input;
  if (!(initialVariance > 0)) return Number.NaN;
  const byVariance = vega / (2 * Math.sqrt(initialVariance));
  return delta + ((correlation * volatilityOfVariance) / forward) * byVariance;
}
