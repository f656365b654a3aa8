import { type BlackTask, fillBlackBlock } from "./blackBlock";

/** One European option, seen from its forward. */
export type BlackInput = {
  /** Forward price of the underlying at expiry, in the quote. On chain there is no rate: the spot. */
  readonly forward: number;
  /** In the quote, per whole unit. */
  readonly strike: number;
  /** Years of 365 days. */
  readonly timeToExpiryYears: number;
  /** Annualised: 0.8 is 80 %. */
  readonly volatility: number;
  readonly isPut: boolean;
  /** Value today of one quote unit at expiry. */
  readonly discount?: number;
};

/** Price and first derivatives of one option on one whole unit, in the quote. All raw: see screenUnits for those of the screens. */
export type BlackResult = {
  readonly price: number;
  /** ∂price/∂forward: with no rate, units of the underlying. */
  readonly delta: number;
  /** ∂²price/∂forward². */
  readonly gamma: number;
  /** ∂price/∂volatility, per 1.00 of volatility. */
  readonly vega: number;
  /** ∂price/∂t with the forward and the rate held, per year: negative where time costs. */
  readonly theta: number;
  /** ∂price/∂rate with the forward held, per 1.00 of rate. */
  readonly rho: number;
};

/**
 * Black's formula (1976) for a European option on a forward.
 *
 * price = D·(±F·Φ(±d₁) ∓ K·Φ(±d₂)), d₁ = ln(F/K)/s + s/2, d₂ = d₁ − s, s = σ√T.
 * Domain: forward, strike, time, volatility ≥ 0 and finite; outside, or NaN: every field NaN. Never throws.
 * Limits are exact: s = 0 or F = 0 or K = 0 gives the discounted intrinsic value; at the money with s = 0 delta is
 * its limit ±D/2, and gamma and theta, unbounded there, are reported as 0, their value everywhere around it.
 * Price error below 1e-15·F; out of the money also relative to the price, below 1e-15·(1 + d²).
 * Source: F. Black, "The pricing of commodity contracts" (1976).   Checked: vectors/blackScholes.json, vectors/haug.json.
 */
export function black(input: BlackInput): BlackResult {
  const { options, values } = one;
  options.forward[0] = input.forward;
  options.strike[0] = input.strike;
  options.timeToExpiryYears[0] = input.timeToExpiryYears;
  options.volatility[0] = input.volatility;
  options.discount[0] = input.discount ?? 1;
  options.isPut[0] = input.isPut ? 1 : 0;
  fillBlackBlock(one, 0, 1);
  const price = values.price[0] as number;
  return {
    price,
    delta: values.delta[0] as number,
    gamma: values.gamma[0] as number,
    vega: values.vega[0] as number,
    theta: values.theta[0] as number,
    rho: 0 - input.timeToExpiryYears * price,
  };
}

/** The block of one that a single option goes through. */
const one: BlackTask = {
  options: {
    forward: new Float64Array(1),
    strike: new Float64Array(1),
    timeToExpiryYears: new Float64Array(1),
    volatility: new Float64Array(1),
    discount: new Float64Array(1),
    isPut: new Uint8Array(1),
  },
  values: {
    price: new Float64Array(1),
    delta: new Float64Array(1),
    gamma: new Float64Array(1),
    vega: new Float64Array(1),
    theta: new Float64Array(1),
  },
};
