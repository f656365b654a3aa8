import { blackTerm, fillBlackTerm } from "./blackTerm";
import { impliedVolatility } from "./impliedVolatility";
import { logRatio } from "./normalisedBlack";

/** An undiscounted price of whichever of call and put is out of the money, and about the deviation σ√T that it will imply. */
export type PriceToImply = {
  readonly price: number;
  readonly forward: number;
  readonly strike: number;
  readonly timeToExpiryYears: number;
  readonly guess: number;
};

/** A deviation and ∂price/∂deviation there. */
export type ImpliedDeviation = { deviation: number; slope: number };

const MOST_STEPS = 8;
const CLOSE = 1e-9;
const term = blackTerm();

/**
 * The deviation that a price implies, by Halley's method on the logarithm of the price from a guess: for a search that asks for the same
 * options again and again, near to what they are quoted at. Relative error about 1e-12; 0 below the intrinsic value, NaN above the
 * maximum. Where the guess is too far off, {@link impliedVolatility} answers.
 */
export function fillImpliedDeviation(
  found: ImpliedDeviation,
  { price, forward, strike, timeToExpiryYears, guess }: PriceToImply,
): void {
  const x = logRatio(forward, strike);
  term.isPut = x > 0;
  const unit = term.isPut ? strike : forward;
  const target = price / unit;
  let s = guess;
  for (let step = 0; step < MOST_STEPS && target > 0; step += 1) {
    fillBlackTerm(term, x, s);
    const slope = (term.density * forward) / unit;
    const relative = slope / term.price;
    const miss = Math.log(target / term.price) / relative;
    const bend = (x * x) / (s * s * s) - 0.25 * s - relative;
    const change = miss / (1 + 0.5 * miss * bend);
    if (!(Math.abs(change) < 0.7 * s)) break;
    s += change;
    if (Math.abs(change) <= CLOSE * s) {
      found.deviation = s;
      found.slope = slope * unit;
      return;
    }
  }
  const implied = impliedVolatility({ price, forward, strike, timeToExpiryYears, isPut: term.isPut });
  const below = implied.ok || implied.reason !== "belowIntrinsic" ? Number.NaN : 0;
  found.deviation = implied.ok ? implied.volatility * Math.sqrt(timeToExpiryYears) : below;
  fillBlackTerm(term, x, found.deviation);
  found.slope = term.density * forward;
}
