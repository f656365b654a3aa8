/** One option leg of a product, per unit of the product. For analytics: exact amounts are `ExactLeg`. */
export type Leg = {
  readonly isPut: boolean;
  /** 1 when the product holds the option, −1 when it has sold it. */
  readonly side: 1 | -1;
  /** In the quote, per whole unit of the underlying. */
  readonly strike: number;
  /** Options per product unit, at least 0; one option is on one whole unit of the underlying. */
  readonly quantity: number;
};

/** Payoff at settlement of one option on one whole unit, in the quote: max(S − K, 0) or max(K − S, 0). */
export function optionPayoff(leg: Pick<Leg, "isPut" | "strike">, settlementPrice: number): number {
  return Math.max(leg.isPut ? leg.strike - settlementPrice : settlementPrice - leg.strike, 0);
}

/** Signed payoff at settlement of all legs per product unit, in the quote. Divide by the price for legs settled in the underlying. */
export function legsPayoff(legs: readonly Leg[], settlementPrice: number): number {
  return legs.reduce((sum, leg) => sum + leg.side * leg.quantity * optionPayoff(leg, settlementPrice), 0);
}
