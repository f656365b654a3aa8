import { type BlackScholesInput, type BlackScholesTerms, blackScholesTerms } from "./blackScholesTerms";

/** What a digital option pays when it ends in the money: an amount of the quote, or one whole unit of the underlying. */
export type DigitalPayoff = { readonly kind: "cash"; readonly amount: number } | { readonly kind: "asset" };

/** Price and derivatives in the quote, raw as those of Black and Scholes' formula. */
export type DigitalResult = {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
  readonly rho: number;
};

/**
 * European digital option on a spot: pays when the settlement price is above the strike (call) or below it (put).
 *
 * Cash or nothing A·e^(−rT)·Φ(ηd₂), asset or nothing S·e^(−qT)·Φ(ηd₁).
 * Domain as for the option itself, amount finite; outside, or NaN: every field NaN. Never throws.
 * Without deviation it pays or it does not, half where forward and strike are the same; what is unbounded there is 0.
 * Price error below 1e-15 of what it can pay; Greeks below 1e-14 of the terms they are sums of.
 * Source: M. Rubinstein and E. Reiner, "Unscrambling the binary code" (1991).   Checked: vectors/digital.json.
 */
export function digital(input: BlackScholesInput, payoff: DigitalPayoff): DigitalResult {
  const terms = blackScholesTerms(input);
  if (terms === null || (payoff.kind === "cash" && !Number.isFinite(payoff.amount))) return NOTHING;
  return payoff.kind === "cash" ? cashOrNothing(input, terms, payoff.amount) : assetOrNothing(input, terms);
}

function cashOrNothing(input: BlackScholesInput, terms: BlackScholesTerms, amount: number): DigitalResult {
  const { spot, timeToExpiryYears, volatility, rate, carryYield } = input;
  const { sign, d1, deviation } = terms;
  const price = amount * terms.discount * terms.probability2;
  const certain = { price, delta: 0, gamma: 0, vega: 0, theta: rate * price, rho: 0 - timeToExpiryYears * price };
  if (deviation === 0) return certain;
  const weight = amount * terms.discount * sign * terms.density2;
  const delta = weight / (spot * deviation);
  return {
    price,
    delta,
    gamma: (-delta * d1) / (spot * deviation),
    vega: (-weight * d1) / volatility,
    theta: certain.theta - weight * ((rate - carryYield) / deviation - d1 / (2 * timeToExpiryYears)),
    rho: certain.rho + (weight * timeToExpiryYears) / deviation,
  };
}

function assetOrNothing(input: BlackScholesInput, terms: BlackScholesTerms): DigitalResult {
  const { spot, timeToExpiryYears, volatility, rate, carryYield } = input;
  const { sign, d2, deviation } = terms;
  const share = terms.yieldDiscount * terms.probability1;
  const price = spot * share;
  const certain = { price, delta: share, gamma: 0, vega: 0, theta: carryYield * price, rho: 0 };
  if (deviation === 0) return certain;
  const weight = terms.yieldDiscount * sign * terms.density1;
  return {
    price,
    delta: share + weight / deviation,
    gamma: (-weight * d2) / (spot * deviation * deviation),
    vega: (-spot * weight * d2) / volatility,
    theta: certain.theta - spot * weight * ((rate - carryYield) / deviation - d2 / (2 * timeToExpiryYears)),
    rho: (spot * weight * timeToExpiryYears) / deviation,
  };
}

const nothing = Number.NaN;
const NOTHING: DigitalResult = {
  price: nothing,
  delta: nothing,
  gamma: nothing,
  vega: nothing,
  theta: nothing,
  rho: nothing,
};
