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
    sums.set(underlying, before === undefined ? { underlying, ...greeks } : added(before, greeks));
  }
  return [...sums.values()];
}

function added(a: UnderlyingGreeks, b: PositionGreeks): UnderlyingGreeks {
  return {
    underlying: a.underlying,
    valueUsd: a.valueUsd + b.valueUsd,
    delta: a.delta + b.delta,
    deltaUsd: a.deltaUsd + b.deltaUsd,
    coinDelta: a.coinDelta + b.coinDelta,
    gamma: a.gamma + b.gamma,
    vegaPerPoint: a.vegaPerPoint + b.vegaPerPoint,
    thetaPerDay: a.thetaPerDay + b.thetaPerDay,
    nextDayUsd: a.nextDayUsd + b.nextDayUsd,
  };
}
