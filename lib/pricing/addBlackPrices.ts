import { fillNormalTails, TAIL_STEPS } from "@/lib/math/fillNormalTails";
import { BLOCK } from "@/lib/math/millsPairs";

/** Markets that an option is priced in, one a place. All columns have the same length. */
export type PricedMarkets = {
  /** In the quote, at least 0. */
  readonly forward: Float64Array;
  /** ln of it. */
  readonly logForward: Float64Array;
  /** σ√T, at least 0; NaN where there is none. */
  readonly deviation: Float64Array;
  /** What is added to, in the quote. */
  readonly sum: Float64Array;
};

/** One option, so many times. */
export type SizedOption = {
  readonly isPut: boolean;
  /** In the quote, at least 0. */
  readonly strike: number;
  readonly logStrike: number;
  readonly size: number;
};

const near = new Float64Array(BLOCK);
const far = new Float64Array(BLOCK);
/** Added to a deviation: nothing to any but 0, which at the money would leave 0/0. */
const NOTHING = 1e-300;

/**
 * Adds size × Black's undiscounted price of one option in each of the first `count` markets. Nothing is allocated; a block at a time, one
 * loop a step, so that every column stays in the nearest cache and every loop in the registers.
 *
 * A call is F·Q(−d₁) − K·Q(−d₂), a put K·Q(d₂) − F·Q(d₁), d₁ = ln(F/K)/s + s/2, d₂ = d₁ − s, Q the normal tail.
 * Limits as {@link black}'s: s = 0 or F = 0 or K = 0 gives the payoff. Error of the price below 2e-15·max(F, K): half of it from the
 * difference of two logarithms.   Checked: addBlackPrices.test.ts.
 */
export function addBlackPrices(markets: PricedMarkets, option: SizedOption, count: number): void {
  for (let from = 0; from < count; from += BLOCK) {
    const places = Math.min(BLOCK, count - from);
    fillSides(markets, option, { from, places });
    fillNormalTails(near, places);
    fillNormalTails(far, places);
    addBlock(markets, option, { from, places });
  }
}

type Block = { readonly from: number; readonly places: number };

/** −d₁ and −d₂ of a call, d₁ and d₂ of a put, in the steps of the tails. */
function fillSides(
  { logForward, deviation }: PricedMarkets,
  { isPut, logStrike }: SizedOption,
  { from, places }: Block,
): void {
  const sign = isPut ? TAIL_STEPS : -TAIL_STEPS;
  for (let index = 0; index < places; index += 1) {
    const s = deviation[from + index] as number;
    const centre = (sign * ((logForward[from + index] as number) - logStrike)) / (s + NOTHING);
    const half = sign * 0.5 * s;
    near[index] = centre + half;
    far[index] = centre - half;
  }
}

function addBlock(
  { forward, sum }: PricedMarkets,
  { isPut, strike, size }: SizedOption,
  { from, places }: Block,
): void {
  const sign = isPut ? -1 : 1;
  for (let index = 0; index < places; index += 1) {
    const whole = (forward[from + index] as number) * (near[index] as number) - strike * (far[index] as number);
    sum[from + index] = (sum[from + index] as number) + size * Math.max(sign * whole, 0);
  }
}
