import { blackStrip } from "./blackStrip";
import { kouStrip } from "./kouStrip";
import { mertonStrip } from "./mertonStrip";
import type { OptionStrip, PricingModel, StripValues } from "./PricingModel";
import { emptyStripValues } from "./stripValues";

/** Prices, Greeks and probabilities of European options of one expiry under any model. */
export function priceStrip(model: PricingModel, strip: OptionStrip): StripValues {
  switch (model.name) {
    case "black":
      return blackStrip(model.volatility, strip);
    case "merton":
      return mertonStrip(model.parameters, strip);
    case "kou":
      return kouStrip(model.parameters, strip);
    case "smile":
    case "heston":
    case "bates":
      return emptyStripValues(strip.strikes.length);
  }
}
