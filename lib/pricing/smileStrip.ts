import { black } from "./black";
import type { OptionStrip, StripValues } from "./PricingModel";
import { emptyStripValues, isPriceable } from "./stripValues";
import { surfaceProbabilityBelow } from "./surfaceLaw";
import { strikeVolatility } from "./surfaceVolatility";
import type { VolatilitySurface } from "./VolatilitySurface";

/**
 * Black's values of a strip, each option at the surface's own volatility for its strike and time, seen from the strip's forward. The Greeks
 * are sticky-strike: each option's volatility is held while forward and time move. `probabilityBelow` is the smile's, with its
 * skew term. Domain: as {@link black}, forward above 0; outside, NaN. Strike 0 is the forward itself.
 */
export function smileStrip(surface: VolatilitySurface, strip: OptionStrip): StripValues {
  const values = emptyStripValues(strip.strikes.length);
  if (!isPriceable(strip)) return values;
  const { forward, timeToExpiryYears, discount = 1 } = strip;
  for (let index = 0; index < strip.strikes.length; index += 1) {
    const strike = strip.strikes[index] ?? Number.NaN;
    const isPut = strip.isPut[index] ?? false;
    const volatility = strike === 0 ? 0 : strikeVolatility(surface, { strike, timeToExpiryYears, forward });
    const option = black({ forward, strike, timeToExpiryYears, volatility, isPut, discount });
    values.price[index] = option.price;
    values.delta[index] = option.delta;
    values.gamma[index] = option.gamma;
    values.vega[index] = option.vega;
    values.theta[index] = option.theta;
    values.probabilityBelow[index] =
      strike === 0 ? 0 : surfaceProbabilityBelow(surface, { strike, timeToExpiryYears, forward });
  }
  return values;
}
