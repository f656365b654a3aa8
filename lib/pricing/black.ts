import { normalCdf, normalDensity } from "@/lib/math/normal";
import { logRatio, outOfTheMoneyPrice } from "./normalisedBlack";

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
 * Price error below 1e-15·F; out of the money also relative to the price (below 3e-13).
 * Source: F. Black, "The pricing of commodity contracts" (1976).   Checked: vectors/blackScholes.json, vectors/haug.json.
 */
export function black(input: BlackInput): BlackResult {
  const { forward, strike, timeToExpiryYears, volatility, isPut, discount = 1 } = input;
  if (!(forward >= 0 && strike >= 0 && timeToExpiryYears >= 0 && volatility >= 0 && discount > 0)) return NOTHING;
  const sign = isPut ? -1 : 1;
  const intrinsic = Math.max(sign * (forward - strike), 0);
  const rate = timeToExpiryYears > 0 ? 0 - Math.log(discount) / timeToExpiryYears : 0;
  const deviation = volatility * Math.sqrt(timeToExpiryYears);
  if (deviation === 0 || forward === 0 || strike === 0) return limit(input, intrinsic, rate);

  const d1 = logRatio(forward, strike) / deviation + 0.5 * deviation;
  const density = normalDensity(d1);
  const price = discount * (intrinsic + outOfTheMoneyPrice({ forward, strike, deviation }));
  const decay = (-0.5 * discount * forward * density * volatility) / Math.sqrt(timeToExpiryYears);
  return {
    price,
    delta: discount * sign * normalCdf(sign * d1),
    gamma: (discount * density) / (forward * deviation),
    vega: discount * forward * density * Math.sqrt(timeToExpiryYears),
    theta: rate * price + decay,
    rho: 0 - timeToExpiryYears * price,
  };
}

const NOTHING: BlackResult = {
  price: Number.NaN,
  delta: Number.NaN,
  gamma: Number.NaN,
  vega: Number.NaN,
  theta: Number.NaN,
  rho: Number.NaN,
};

/** Value and derivatives where there is nothing left to happen. */
function limit(input: BlackInput, intrinsic: number, rate: number): BlackResult {
  const { forward, strike, timeToExpiryYears, isPut, discount = 1 } = input;
  const sign = isPut ? -1 : 1;
  const atTheMoney = forward === strike && forward > 0;
  const price = discount * intrinsic;
  return {
    price,
    delta: 0.5 * discount * (sign + Math.sign(forward - strike)),
    gamma: 0,
    vega: atTheMoney ? discount * forward * normalDensity(0) * Math.sqrt(timeToExpiryYears) : 0,
    theta: rate * price,
    rho: 0 - timeToExpiryYears * price,
  };
}
