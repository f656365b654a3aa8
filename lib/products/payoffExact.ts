import { invariant } from "@/lib/errors/invariant";
import type { Price8 } from "@/lib/units/Price8";
import { mulDiv, powerOfTen } from "@/lib/units/rounding";
import type { Wad } from "@/lib/units/Wad";

/** Options held of one series: size in 18 decimals, negative when short. Twin of `MarginPosition`. */
export type ExactLeg = { readonly isPut: boolean; readonly strike: Price8; readonly size: Wad };

/** In what a book settles: the underlying (payoff divided by the price) or the quote, in a token of `decimals`. Twin of `SettlementUnit`. */
export type SettlementUnit = { readonly inUnderlying: boolean; readonly decimals: number };

/** 10^8 of the price times 10^18 of the size. */
const QUOTE_SCALE = 10n ** 26n;
/** 10^18 of the size. */
const SIZE_SCALE = 10n ** 18n;

/** Payoff of one option on one whole unit, in the quote, 8 decimals, exact. */
export function intrinsicExact(leg: Pick<ExactLeg, "isPut" | "strike">, price: Price8): bigint {
  const value = leg.isPut ? leg.strike - price : price - leg.strike;
  return value > 0n ? value : 0n;
}

/**
 * What legs pay (positive) or owe (negative) at a final price, in units of the settlement token: netted exactly, then
 * rounded once, against the holder (towards −∞). The twin of `MarginMath.netPayoffDown`, to the wei.
 *
 * Σ size · intrinsic has 26 decimals; × 10^decimals ÷ 10^26 in the quote, ÷ (price · 10^18) in the underlying, where
 * the price must be above 0.   Checked: contracts/test/vectors/payoff.json.
 */
export function netPayoffDown(legs: readonly ExactLeg[], price: Price8, unit: SettlementUnit): bigint {
  invariant(price > 0n || !unit.inUnderlying, "settling in the underlying needs a price above 0");
  const net = legs.reduce((sum, leg) => sum + leg.size * intrinsicExact(leg, price), 0n);
  return toTokenDown(net, unit.inUnderlying ? price * SIZE_SCALE : QUOTE_SCALE, unit.decimals);
}

/** The limit of the payoff in the underlying where it tends to `size` (18 decimals) whole units; rounded towards −∞. */
export function sizeInUnderlyingDown(size: bigint, decimals: number): bigint {
  return toTokenDown(size, SIZE_SCALE, decimals);
}

function toTokenDown(value: bigint, denominator: bigint, decimals: number): bigint {
  return mulDiv({ a: value, b: powerOfTen(decimals), denominator }, "down");
}
