import { addedGreeks } from "./addedGreeks";
import type { Position } from "./Position";
import { type PositionGreeks, positionGreeks } from "./positionGreeks";

/** The summed Greeks of all positions on one underlying. */
export type UnderlyingGreeks = PositionGreeks & { readonly underlying: string };

/** Greeks summed by underlying, in the order in which underlyings first appear. Theta is capped per position before the sum. */
export function greeksByUnderlying(positions: readonly Position[]): UnderlyingGreeks[] {
  const sums = new Map<string, UnderlyingGreeks>();
  for (const position of positions) {
    const { underlying } = position.product;
    const greeks = positionGreeks(position);
    const before = sums.get(underlying);
    sums.set(
      underlying,
      before === undefined ? { underlying, ...greeks } : { underlying, ...addedGreeks(before, greeks) },
    );
  }
  return [...sums.values()];
}
