import { black } from "@/lib/pricing/black";
import { coinDelta, dayLater, thetaPerDay, vegaPerVolPoint } from "@/lib/pricing/screenUnits";
import { valueBeforeExpiry } from "@/lib/products/value";
import type { Position } from "./Position";

/** Value and sensitivities of a position in the units of the screens, deposited asset and premium included. */
export type PositionGreeks = {
  readonly valueUsd: number;
  /** Change of the value in dollars per dollar of the underlying: units of the underlying. */
  readonly delta: number;
  /** The same in dollars: delta times spot. */
  readonly deltaUsd: number;
  /** What `delta` is to someone who counts in the underlying: delta less the value in it. Holding the coin alone is 0. */
  readonly coinDelta: number;
  /** Change of delta per dollar of the underlying; `gammaPerMove` gives it per $100. */
  readonly gamma: number;
  /** Dollars per volatility point (1 %), all legs together. */
  readonly vegaPerPoint: number;
  /** Dollars per calendar day, or per remaining life where that is shorter. */
  readonly thetaPerDay: number;
  /**
   * Dollars that one calendar day brings at the same spot and the same volatilities, or the remaining life where that is shorter:
   * revalued, not the rate. With a day left theta can promise more than the payoff leaves to gain; this cannot.
   */
  readonly nextDayUsd: number;
};

/** Sum over the legs, each at its own volatility, plus the deposited asset; times the units held. Rates are 0, as on chain. */
export function positionGreeks({ product, units, market }: Position): PositionGreeks {
  const { spot, timeToExpiryYears, volatilities } = market;
  const valueUsd = units * valueBeforeExpiry(product, market, "usd");
  const later = { ...market, timeToExpiryYears: dayLater(timeToExpiryYears) };
  let delta = product.deposit === "underlying" ? product.cash + product.premium : 0;
  let gamma = 0;
  let vega = 0;
  let theta = 0;
  product.legs.forEach((leg, index) => {
    const { strike, isPut } = leg;
    const volatility = volatilities[index] ?? Number.NaN;
    const option = black({ forward: spot, strike, timeToExpiryYears, volatility, isPut });
    const held = leg.side * leg.quantity;
    delta += held * option.delta;
    gamma += held * option.gamma;
    vega += held * option.vega;
    theta += held * option.theta;
  });
  return {
    valueUsd,
    delta: units * delta,
    deltaUsd: units * delta * spot,
    coinDelta: coinDelta({ delta: units * delta, price: valueUsd, forward: spot }),
    gamma: units * gamma,
    vegaPerPoint: vegaPerVolPoint(units * vega),
    thetaPerDay: thetaPerDay(units * theta, timeToExpiryYears),
    nextDayUsd: units * valueBeforeExpiry(product, later, "usd") - valueUsd,
  };
}
