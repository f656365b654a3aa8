import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";

const DAYS_PER_YEAR = SECONDS_PER_YEAR / 86_400;

/** Vega per 1.00 of volatility → per volatility point (1 %). */
export function vegaPerVolPoint(vega: number): number {
  return vega / 100;
}

/**
 * Theta per year → per calendar day. An option with less than a day to live can only lose what that time takes, so the
 * day is cut at the remaining life; at expiry it is 0.
 */
export function thetaPerDay(theta: number, timeToExpiryYears: number): number {
  const days = Math.min(1, timeToExpiryYears * DAYS_PER_YEAR);
  return days > 0 ? (theta / DAYS_PER_YEAR) * days : 0;
}

/** Years to expiry one calendar day later; 0 once the expiry has come. */
export function dayLater(timeToExpiryYears: number): number {
  return Math.max(0, timeToExpiryYears - 1 / DAYS_PER_YEAR);
}

/** Rho per 1.00 of rate → per 1 %. */
export function rhoPerPercent(rho: number): number {
  return rho / 100;
}

/** Gamma per dollar of the price → change of delta for a move of that many dollars, $100 or $1,000 on the screens. */
export function deltaPerMove(gamma: number, dollars: number): number {
  return gamma * dollars;
}

/** Gamma per dollar of the price → change of the delta in dollars for 1 % of the price, which adds up over underlyings. */
export function gammaUsdPerPercent(gamma: number, spot: number): number {
  return gamma * 0.01 * spot * spot;
}

/** An option, or a whole position, as it is seen from dollars: delta in coins, price and forward in dollars. */
export type DollarDelta = { readonly delta: number; readonly price: number; readonly forward: number };

/**
 * Delta of the same position counted and margined in coin, where it is worth V/F: how the value in coin moves with the coin's price,
 * F·∂(V/F)/∂F = Δ − V/F, in coins. The coin itself has none. Deribit calls it the net transaction delta.
 */
export function coinDelta({ delta, price, forward }: DollarDelta): number {
  return delta - price / forward;
}
