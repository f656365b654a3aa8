import type { BookLeg, BookPart } from "../RiskBook";

/** Below this share of what is held a shortage is rounding. */
const ROUNDING = 1e-9;

/**
 * Does a part owe more, at some settlement price from 0 to ∞, than it holds? The rule of `requiredCollateral` on analytic figures, all options
 * taken to settle at one price: in the quote the worst is at 0, at a strike, or without a bound upwards when calls are net short; in coin at a strike
 * or at either end, and without a bound towards 0 when puts are net short.
 */
export function isUncovered(part: BookPart): boolean {
  const { legs, settlesIn, coinUnits, quoteUnits } = part;
  if (legs.length === 0) return false;
  const worst = settlesIn === "quote" ? worstInQuote(legs) : worstInCoin(legs);
  const held = settlesIn === "quote" ? quoteUnits : coinUnits;
  const gross = legs.reduce((sum, { size, strike }) => sum + Math.abs(size) * (settlesIn === "quote" ? strike : 1), 0);
  return held + worst < -ROUNDING * gross;
}

function worstInQuote(legs: readonly BookLeg[]): number {
  const netCalls = sum(legs, ({ isPut, size }) => (isPut ? 0 : size));
  if (netCalls < -ROUNDING * sum(legs, ({ size }) => Math.abs(size))) return Number.NEGATIVE_INFINITY;
  return Math.min(...[0, ...legs.map(({ strike }) => strike)].map((price) => payoff(legs, price)));
}

/** Coins paid: the payoff over the price, which between strikes moves one way only. */
function worstInCoin(legs: readonly BookLeg[]): number {
  const puts = legs.filter(({ isPut }) => isPut);
  const netPutValue = sum(puts, ({ size, strike }) => size * strike);
  const gross = sum(puts, ({ size, strike }) => Math.abs(size) * strike);
  if (netPutValue < -ROUNDING * gross) return Number.NEGATIVE_INFINITY;
  const upwards = sum(legs, ({ isPut, size }) => (isPut ? 0 : size));
  const downwards = netPutValue > ROUNDING * gross ? Number.POSITIVE_INFINITY : -sum(puts, ({ size }) => size);
  return Math.min(upwards, downwards, ...legs.map(({ strike }) => payoff(legs, strike) / strike));
}

function payoff(legs: readonly BookLeg[], price: number): number {
  return sum(legs, ({ isPut, strike, size }) => size * Math.max(0, isPut ? strike - price : price - strike));
}

function sum(legs: readonly BookLeg[], of: (leg: BookLeg) => number): number {
  return legs.reduce((total, leg) => total + of(leg), 0);
}
