import { black } from "./black";
import { lognormalProbabilityBelow } from "./lognormal";
import type { OptionStrip, StripValues } from "./PricingModel";
import { emptyStripValues, isPriceable } from "./stripValues";

/**
 * Black's values of a strip at one volatility: those of {@link black}, bit for bit, and the lognormal law's probabilities.
 * Domain: as `black`, forward above 0; outside, NaN.
 */
export function blackStrip(volatility: number, strip: OptionStrip): StripValues {
  const values = emptyStripValues(strip.strikes.length);
  if (!isPriceable(strip)) return values;
  const { forward, timeToExpiryYears, discount = 1 } = strip;
  for (let index = 0; index < strip.strikes.length; index += 1) {
    const strike = strip.strikes[index] ?? Number.NaN;
    const isPut = strip.isPut[index] ?? false;
    const option = black({ forward, strike, timeToExpiryYears, volatility, isPut, discount });
    values.price[index] = option.price;
    values.delta[index] = option.delta;
    values.gamma[index] = option.gamma;
    values.vega[index] = option.vega;
    values.theta[index] = option.theta;
    values.probabilityBelow[index] = lognormalProbabilityBelow(strike, { forward, timeToExpiryYears, volatility });
  }
  return values;
}
