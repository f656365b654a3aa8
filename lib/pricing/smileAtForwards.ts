import { black } from "./black";
import { lognormalProbabilityBelow } from "./lognormal";
import type { OptionStrip, StripValues } from "./PricingModel";
import { shiftedVolatility } from "./shiftedModel";
import { emptyStripValues } from "./stripValues";
import { strikeVolatility, surfaceSlope } from "./surfaceVolatility";
import type { VolatilitySurface } from "./VolatilitySurface";

/** A surface whose every volatility is shifted, and the forwards to look from. */
export type SmileForwards = {
  readonly surface: VolatilitySurface;
  readonly shift: number;
  readonly forwards: ArrayLike<number>;
};

/**
 * The options of a strip under a smile at other forwards, in the rows of stripAtForwards. Sticky strike: each option keeps the volatility that
 * the surface has for it at the strip's own forward. `probabilityBelow` is the slope of the put in its strike, skew included.
 */
export function smileAtForwards(strip: OptionStrip, { surface, shift, forwards }: SmileForwards): StripValues {
  const { strikes, isPut, timeToExpiryYears, discount = 1 } = strip;
  const options = strikes.length;
  const values = emptyStripValues(forwards.length * options);
  for (let index = 0; index < options; index += 1) {
    const strike = strikes[index] ?? Number.NaN;
    const place = { strike, timeToExpiryYears, forward: strip.forward };
    const volatility = shiftedVolatility(strikeVolatility(surface, place), shift);
    const slope = surfaceSlope(surface, place).byStrike;
    for (let row = 0; row < forwards.length; row += 1) {
      const at = row * options + index;
      const forward = forwards[row] ?? Number.NaN;
      if (!(forward > 0)) continue;
      const input = { forward, strike, timeToExpiryYears, volatility };
      const option = black({ ...input, isPut: isPut[index] ?? false, discount });
      const below = lognormalProbabilityBelow(strike, input) + (option.vega / discount) * slope;
      values.price[at] = option.price;
      values.delta[at] = option.delta;
      values.gamma[at] = option.gamma;
      values.vega[at] = option.vega;
      values.theta[at] = option.theta;
      values.probabilityBelow[at] = timeToExpiryYears > 0 ? below : lognormalProbabilityBelow(strike, input);
    }
  }
  return values;
}
