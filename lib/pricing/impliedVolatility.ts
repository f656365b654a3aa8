import { IMPLIED_VOLATILITY_STATUS, type ImpliedVolatilityTask } from "./ImpliedVolatilityTask";
import { fillImpliedVolatilityBlock } from "./impliedVolatilityBlock";

/** The price of one European option, paid today, and the option as for Black's formula. */
export type ImpliedVolatilityInput = {
  readonly price: number;
  readonly forward: number;
  readonly strike: number;
  readonly timeToExpiryYears: number;
  readonly isPut: boolean;
  readonly discount?: number;
};

/** Why no volatility gives a price: less than the discounted intrinsic value, at least what an endless one gives, or no numbers. */
export type ImpliedVolatilityReason = "belowIntrinsic" | "aboveMaximum" | "notANumber";

/** Annualised volatility, 0 when the price is the intrinsic value itself. */
export type ImpliedVolatilityResult =
  | { readonly ok: true; readonly volatility: number }
  | { readonly ok: false; readonly reason: ImpliedVolatilityReason };

/**
 * The volatility at which Black's formula gives a price: for every attainable price, of any moneyness and time.
 *
 * The intrinsic value is taken off and the rest solved for by third-order steps whose residual is held beyond a double where its last bits
 * decide, so that what is left is the rounding of the answer: relative error at most max(4, 8·c)/2 ulp of the exact volatility of that
 * very double, c = price/(vega·volatility).
 * Domain: price ≥ 0, the rest > 0 and finite, otherwise `notANumber`. A price below the intrinsic value by no more than its own
 * rounding counts as the intrinsic value.
 * Source: P. Jäckel, "Let's be rational" (2015), for normalisation, regions and order.   Checked: vectors/impliedVolatility.json.
 */
export function impliedVolatility(input: ImpliedVolatilityInput): ImpliedVolatilityResult {
  const { options, values } = one;
  options.price[0] = input.price;
  options.forward[0] = input.forward;
  options.strike[0] = input.strike;
  options.timeToExpiryYears[0] = input.timeToExpiryYears;
  options.discount[0] = input.discount ?? 1;
  options.isPut[0] = input.isPut ? 1 : 0;
  fillImpliedVolatilityBlock(one, 0, 1);
  const status = values.status[0];
  if (status === IMPLIED_VOLATILITY_STATUS.found) return { ok: true, volatility: values.volatility[0] as number };
  return { ok: false, reason: REASONS.find((reason) => IMPLIED_VOLATILITY_STATUS[reason] === status) ?? "notANumber" };
}

const REASONS: readonly ImpliedVolatilityReason[] = ["belowIntrinsic", "aboveMaximum", "notANumber"];

/** The block of one that a single price goes through. */
const one: ImpliedVolatilityTask = {
  options: {
    price: new Float64Array(1),
    forward: new Float64Array(1),
    strike: new Float64Array(1),
    timeToExpiryYears: new Float64Array(1),
    discount: new Float64Array(1),
    isPut: new Uint8Array(1),
  },
  values: { volatility: new Float64Array(1), status: new Uint8Array(1) },
};
