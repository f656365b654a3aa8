import { black } from "@/lib/pricing/black";
import { minimumVarianceDelta, smileDeltas } from "@/lib/pricing/smileDelta";
import { surfaceSlope } from "@/lib/pricing/surfaceVolatility";
import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";
import type { Position } from "./Position";
import type { PositionGreeks } from "./positionGreeks";

/** Delta of a position in coins, deposited asset and premium included, by what its smile does when the price moves. */
export type DeltaRules = {
  /** Each strike keeps its volatility: the delta of the screens. */
  readonly stickyStrike: number;
  /** The smile moves along with the price. */
  readonly stickyDelta: number;
};

/** Both of {@link smileDeltas}, summed over the legs, whose volatilities are the surface's. Without a volatility NaN. */
export function deltaRules({ product, units, market }: Position, surface: VolatilitySurface): DeltaRules {
  const { spot, timeToExpiryYears, volatilities } = market;
  const own = product.deposit === "underlying" ? product.cash + product.premium : 0;
  const sum = { stickyStrike: own, stickyDelta: own };
  product.legs.forEach(({ strike, isPut, side, quantity }, index) => {
    const volatility = volatilities[index] ?? Number.NaN;
    const { delta, vega } = black({ forward: spot, strike, timeToExpiryYears, volatility, isPut });
    const { byLogMoneyness: slope } = surfaceSlope(surface, { strike, timeToExpiryYears, forward: spot });
    const option = smileDeltas({ delta, vega, forward: spot, slope });
    sum.stickyStrike += side * quantity * option.stickyStrike;
    sum.stickyDelta += side * quantity * option.stickyDelta;
  });
  return { stickyStrike: units * sum.stickyStrike, stickyDelta: units * sum.stickyDelta };
}

/** What ties the variance to the price under Heston. */
export type VarianceOfPrice = {
  readonly initialVariance: number;
  readonly volatilityOfVariance: number;
  readonly correlation: number;
};

/**
 * Delta, in coins, of the hedge that leaves a position the least variance where price and variance move together as in Heston:
 * {@link minimumVarianceDelta} of its own delta and vega, which is linear in both.
 */
export function leastVarianceDelta(
  { delta, vegaPerPoint }: Pick<PositionGreeks, "delta" | "vegaPerPoint">,
  { spot, heston }: { readonly spot: number; readonly heston: VarianceOfPrice },
): number {
  const { initialVariance, volatilityOfVariance, correlation } = heston;
  const vega = vegaPerPoint * 100;
  return minimumVarianceDelta({ delta, vega, forward: spot, initialVariance, volatilityOfVariance, correlation });
}
