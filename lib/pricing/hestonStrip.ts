import { batesPrices, batesStrip } from "./batesStrip";
import type { HestonParameters } from "./HestonParameters";
import type { OptionStrip, StripValues } from "./PricingModel";

/** Heston's law is Bates's without jumps. */
const WITHOUT_JUMPS = { jumpIntensity: 0, meanLogJump: 0, jumpDeviation: 0 };

/**
 * Prices, Greeks and probabilities of a strip under Heston's law. Domain, limits and errors as in {@link batesStrip}.
 * Source: S. Heston (1993).   Checked: vectors/heston.json.
 */
export function hestonStrip(parameters: HestonParameters, strip: OptionStrip): StripValues {
  return batesStrip({ ...parameters, ...WITHOUT_JUMPS }, strip);
}

/** The prices of {@link hestonStrip} alone, at a quarter of its cost. */
export function hestonPrices(parameters: HestonParameters, strip: OptionStrip): Float64Array {
  return batesPrices({ ...parameters, ...WITHOUT_JUMPS }, strip);
}
