import { type BlackResult, black } from "./black";

/** One European option, seen from the spot, with a rate and a yield (both continuous, per year). */
export type BlackScholesInput = {
  readonly spot: number;
  readonly strike: number;
  readonly timeToExpiryYears: number;
  readonly volatility: number;
  readonly isPut: boolean;
  readonly rate: number;
  /** Dividend, staking or borrowing yield of the underlying. */
  readonly carryYield: number;
};

/**
 * Black and Scholes with carry: Black's formula at F = S·e^((r−q)T), with derivatives taken in the spot, the rate and the
 * calendar time at a fixed spot (theta per year, vega and rho per 1.00).
 * Domain and limits as {@link black}.   Checked: vectors/blackScholes.json, vectors/haug.json.
 */
export function blackScholes(input: BlackScholesInput): BlackResult {
  const { spot, strike, timeToExpiryYears, volatility, isPut, rate, carryYield } = input;
  const growth = Math.exp((rate - carryYield) * timeToExpiryYears);
  const discount = Math.exp(-rate * timeToExpiryYears);
  const forward = spot * growth;
  const onForward = black({ forward, strike, timeToExpiryYears, volatility, isPut, discount });
  const delta = onForward.delta * growth;
  return {
    price: onForward.price,
    delta,
    gamma: onForward.gamma * growth * growth,
    vega: onForward.vega,
    theta: onForward.theta - (rate - carryYield) * spot * delta,
    rho: onForward.rho + timeToExpiryYears * spot * delta,
  };
}
