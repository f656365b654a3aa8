import { price8 } from "@/lib/units/Price8";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { type ExactLeg, netPayoffDown, type SettlementUnit, sizeInUnderlyingDown } from "./payoffExact";

/** Most legs that an account may hold. */
export const MAX_LEGS = 8;

/**
 * Collateral that covers a portfolio at every price, or why none can: more than eight legs; settled in the quote with
 * more calls short than long (no bound upwards); settled in the underlying with net short puts (no bound towards 0).
 */
export type MarginResult =
  | { readonly ok: true; readonly required: TokenAmount }
  | { readonly ok: false; readonly reason: "tooManyLegs" | "unboundedUpwards" | "unboundedDownwards" };

/**
 * Full-mode collateral: the exact worst case of a portfolio over S in [0, ∞), rounded up once, in token units.
 * The twin of `MarginMath.requiredCollateralUp`, to the wei.
 *
 * In the quote the payoff is piecewise linear: S = 0, every strike, and the slope beyond the last. In the underlying
 * payoff/S is monotone between strikes: every strike and the two limits; towards 0 it is A/S − B with A = Σ size·K and
 * B = Σ size over puts, so A < 0 is refused.   Checked: contracts/test/vectors/margin.json.
 */
export function requiredCollateral(legs: readonly ExactLeg[], unit: SettlementUnit): MarginResult {
  if (legs.length > MAX_LEGS) return { ok: false, reason: "tooManyLegs" };
  const limits = unit.inUnderlying ? limitsInUnderlying(legs, unit) : limitsInQuote(legs, unit);
  if (typeof limits === "string") return { ok: false, reason: limits };
  const atStrikes = legs.map((leg) => netPayoffDown(legs, leg.strike, unit));
  const worst = [0n, ...limits, ...atStrikes].reduce((least, value) => (value < least ? value : least));
  return { ok: true, required: tokenAmount(-worst) };
}

function limitsInQuote(legs: readonly ExactLeg[], unit: SettlementUnit): bigint[] | "unboundedUpwards" {
  const netCallSize = total(legs, (leg) => (leg.isPut ? 0n : leg.size));
  return netCallSize < 0n ? "unboundedUpwards" : [netPayoffDown(legs, price8(0n), unit)];
}

function limitsInUnderlying(legs: readonly ExactLeg[], unit: SettlementUnit): bigint[] | "unboundedDownwards" {
  const netPutValue = total(legs, (leg) => (leg.isPut ? leg.size * leg.strike : 0n));
  if (netPutValue < 0n) return "unboundedDownwards";
  const upwards = sizeInUnderlyingDown(
    total(legs, (leg) => (leg.isPut ? 0n : leg.size)),
    unit.decimals,
  );
  if (netPutValue > 0n) return [upwards];
  const netPutSize = total(legs, (leg) => (leg.isPut ? leg.size : 0n));
  return [upwards, sizeInUnderlyingDown(-netPutSize, unit.decimals)];
}

function total(legs: readonly ExactLeg[], part: (leg: ExactLeg) => bigint): bigint {
  return legs.reduce((sum, leg) => sum + part(leg), 0n);
}
