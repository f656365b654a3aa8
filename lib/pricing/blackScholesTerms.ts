import { expOfSum } from "@/lib/math/expOfSum";
import { normalCdf, normalDensity } from "@/lib/math/normal";
import { logRatio } from "./normalisedBlack";

/** One European option, seen from its spot. Rates are continuously compounded, per year. */
export type BlackScholesInput = {
  /** In the quote. */
  readonly spot: number;
  /** In the quote, per whole unit. */
  readonly strike: number;
  /** Years of 365 days. */
  readonly timeToExpiryYears: number;
  /** Annualised: 0.8 is 80 %. */
  readonly volatility: number;
  readonly isPut: boolean;
  /** r, of the quote. */
  readonly rate: number;
  /** q, what holding the underlying pays: a dividend or staking yield. */
  readonly carryYield: number;
};

/** What the closed forms are made of: η is 1 for a call and −1 for a put. */
export type BlackScholesTerms = {
  readonly sign: number;
  /** e^(−rT) and e^(−qT). */
  readonly discount: number;
  readonly yieldDiscount: number;
  /** s = σ√T. 0 where the settlement price is certain. */
  readonly deviation: number;
  readonly d1: number;
  readonly d2: number;
  /** φ(d₁) and φ(d₂); 0 where the settlement price is certain. */
  readonly density1: number;
  readonly density2: number;
  /** Φ(ηd₁) and Φ(ηd₂). */
  readonly probability1: number;
  readonly probability2: number;
};

/**
 * d₁ = (ln(S/K) + (r − q)T)/s + s/2, d₂ = d₁ − s, and what follows from them.
 * Domain: spot, strike, time, volatility ≥ 0 and finite, rates finite; outside, or NaN: null.
 * Without deviation, or with spot or strike 0, the price at expiry is certain: the probabilities are 0 or 1, ½ each where forward and
 * strike are the same, and the densities are reported as 0.
 */
export function blackScholesTerms(input: BlackScholesInput): BlackScholesTerms | null {
  const { spot, strike, timeToExpiryYears, volatility, isPut, rate, carryYield } = input;
  const positive = [spot, strike, timeToExpiryYears, volatility];
  if (!positive.every((value) => value >= 0 && value < Number.POSITIVE_INFINITY)) return null;
  if (!(Number.isFinite(rate) && Number.isFinite(carryYield))) return null;
  const sign = isPut ? -1 : 1;
  const discount = expOfSum(-rate * timeToExpiryYears, 0);
  const yieldDiscount = expOfSum(-carryYield * timeToExpiryYears, 0);
  const deviation = volatility * Math.sqrt(timeToExpiryYears);
  const isCertain = deviation === 0 || spot === 0 || strike === 0;
  const centre = isCertain
    ? Math.sign(spot * yieldDiscount - strike * discount) * Number.POSITIVE_INFINITY
    : (logRatio(spot, strike) + (rate - carryYield) * timeToExpiryYears) / deviation;
  const d1 = Number.isNaN(centre) ? 0 : centre + 0.5 * deviation;
  const d2 = Number.isNaN(centre) ? 0 : centre - 0.5 * deviation;
  return {
    sign,
    discount,
    yieldDiscount,
    deviation: isCertain ? 0 : deviation,
    d1,
    d2,
    density1: isCertain ? 0 : normalDensity(d1),
    density2: isCertain ? 0 : normalDensity(d2),
    probability1: normalCdf(sign * d1),
    probability2: normalCdf(sign * d2),
  };
}
