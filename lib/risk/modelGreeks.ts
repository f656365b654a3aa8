import { coinDelta, dayLater, thetaPerDay, vegaPerVolPoint } from "@/lib/pricing/screenUnits";
import type { Product } from "@/lib/products/Product";
import { valueWithLegs } from "@/lib/products/value";
import { heldSum, legsUnderModel, type ModelMarket } from "@/lib/products/valueUnderModel";
import type { PositionGreeks } from "./positionGreeks";

/** So many units of a product, in a market that follows a model. */
export type ModelPosition = { readonly product: Product; readonly units: number; readonly market: ModelMarket };

/**
 * Value and sensitivities of a position under a model, in the units of the screens, deposited asset and premium included.
 * Vega is that of {@link shiftedModel}'s shift. Under the smile, delta and gamma hold each strike's volatility.
 */
export function modelGreeks({ product, units, market }: ModelPosition): PositionGreeks {
  const { spot, timeToExpiryYears } = market;
  const legs = legsUnderModel(product, market, [spot]);
  const held = product.deposit === "underlying" ? product.cash + product.premium : 0;
  const later = legsUnderModel(product, { ...market, timeToExpiryYears: dayLater(timeToExpiryYears) }, [spot]);
  const worth = (price: Float64Array) => units * valueWithLegs(product, { spot, legs: heldSum(product, price) }, "usd");
  const valueUsd = worth(legs.price);
  const delta = units * (held + heldSum(product, legs.delta));
  return {
    valueUsd,
    delta,
    deltaUsd: delta * spot,
    coinDelta: coinDelta({ delta, price: valueUsd, forward: spot }),
    gamma: units * heldSum(product, legs.gamma),
    vegaPerPoint: vegaPerVolPoint(units * heldSum(product, legs.vega)),
    thetaPerDay: thetaPerDay(units * heldSum(product, legs.theta), timeToExpiryYears),
    nextDayUsd: worth(later.price) - valueUsd,
  };
}
