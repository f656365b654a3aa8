/** A quadrature on [0, ∞) of an integrand that is analytic around the line and even in the part that counts. */
export type TrapezoidalRule = {
  readonly firstStep: number;
  readonly mostHalvings: number;
  /**
   * Adds the integrand at `start`, `start + spacing`, … to the caller's sums until what is left no longer counts. A node at 0 is the middle of
   * the even integrand and counts half.
   */
  readonly addNodes: (start: number, spacing: number) => void;
  /** Told after every pass, with the step by which the sums are now to be multiplied: does the rule agree with the one before? */
  readonly isAgreed: (step: number) => boolean;
};

/**
 * The trapezoidal rule, its step halved until two rules agree; every node is used in all later rules. For analytic integrands the
 * error is squared by each halving, so the rule that agrees with its forerunner to half the digits has all of them.
 * False when the halvings did not suffice.   Source: L. N. Trefethen and J. A. C. Weideman (2014).
 */
export function trapezoidalUntilAgreed({ firstStep, mostHalvings, addNodes, isAgreed }: TrapezoidalRule): boolean {
  addNodes(0, firstStep);
  isAgreed(firstStep);
  let step = firstStep;
  for (let halving = 0; halving < mostHalvings; halving += 1) {
    step /= 2;
    addNodes(step, 2 * step);
    if (isAgreed(step)) return true;
  }
  return false;
}
