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
