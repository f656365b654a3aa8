import { batesStrip } from "./batesStrip";
import { blackStrip } from "./blackStrip";
import { hestonStrip } from "./hestonStrip";
import { kouStrip } from "./kouStrip";
import { mertonStrip } from "./mertonStrip";
import type { OptionStrip, PricingModel, StripValues } from "./PricingModel";
import { smileStrip } from "./smileStrip";

/** Prices, Greeks and probabilities of European options of one expiry under any model: see each model's own strip for domain and error. */
export function priceStrip(model: PricingModel, strip: OptionStrip): StripValues {
  switch (model.name) {
    case "black":
      return blackStrip(model.volatility, strip);
    case "smile":
      return smileStrip(model.surface, strip);
    case "heston":
      return hestonStrip(model.parameters, strip);
    case "merton":
      return mertonStrip(model.parameters, strip);
    case "kou":
      return kouStrip(model.parameters, strip);
    case "bates":
      return batesStrip(model.parameters, strip);
  }
}
