import type { PositionGreeks } from "./positionGreeks";

/** The Greeks of both together. */
export function addedGreeks(a: PositionGreeks, b: PositionGreeks): PositionGreeks {
  return {
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
