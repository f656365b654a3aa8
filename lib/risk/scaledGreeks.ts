import type { PositionGreeks } from "./positionGreeks";

/** The Greeks of one unit times the units held. */
export function scaledGreeks(greeks: PositionGreeks, units: number): PositionGreeks {
  return {
    valueUsd: units * greeks.valueUsd,
    delta: units * greeks.delta,
    deltaUsd: units * greeks.deltaUsd,
    coinDelta: units * greeks.coinDelta,
    gamma: units * greeks.gamma,
    vegaPerPoint: units * greeks.vegaPerPoint,
    thetaPerDay: units * greeks.thetaPerDay,
    nextDayUsd: units * greeks.nextDayUsd,
  };
}
