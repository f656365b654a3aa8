/**
 * A law of the logarithm X = ln(settlement/forward) at one expiry, through the exponent ψ of its transform E[e^(sX)] = e^ψ(s).
 * The forward is its mean: ψ(0) = ψ(1) = 0.
 */
export type CharacteristicFunction = {
  /** Total variance of the normal law that is taken off before integrating: X's own or near it. Above 0. */
  readonly controlVariance: number;
  /** ln E[e^(aX)] for real a: +∞ where the moment does not exist. */
  readonly logMoment: (power: number) => number;
  /**
   * Writes to `out`, for s = ½ + iu and u ≥ 0: at 0 and 1 ψ's real and imaginary part, at 2 a bound of the real part that does
   * not rise with u, and from 3 on `derivativeCount` pairs, the real and imaginary part of ψ's derivatives.
   */
  readonly exponentAt: (u: number, out: Float64Array) => void;
  readonly derivativeCount: number;
};
