import type { Calibration, CalibrationFit, CalibrationReason, VolatilityQuote } from "./Calibration";
import { calibrateBates } from "./calibrateBates";
import { calibrateHeston } from "./calibrateHeston";
import { calibrateKou, calibrateMerton } from "./calibrateJumps";
import type { PricingModel } from "./PricingModel";

/** Models whose parameters are found by a fit to quotes. */
export type FittedName = Exclude<PricingModel["name"], "black" | "smile">;

/** A model fitted to so many quotes, with its error and the parameters that lie on a bound; or why there is none. */
export type FittedModel =
  | { readonly ok: true; readonly model: PricingModel; readonly quotes: number; readonly fit: CalibrationFit }
  | { readonly ok: false; readonly reason: CalibrationReason };

/** Fits a model by its name. Units, bounds and failures: the calibrate function of that model. */
export function fitModel(name: FittedName, quotes: readonly VolatilityQuote[]): FittedModel {
  switch (name) {
    case "heston":
      return fitted(calibrateHeston(quotes), (parameters) => ({ name, parameters }), quotes.length);
    case "bates":
      return fitted(calibrateBates(quotes), (parameters) => ({ name, parameters }), quotes.length);
    case "merton":
      return fitted(calibrateMerton(quotes), (parameters) => ({ name, parameters }), quotes.length);
    case "kou":
      return fitted(calibrateKou(quotes), (parameters) => ({ name, parameters }), quotes.length);
  }
}

function fitted<Parameters>(
  found: Calibration<Parameters>,
  model: (parameters: Parameters) => PricingModel,
  quotes: number,
): FittedModel {
  if (!found.ok) return found;
  const { parameters, ok: _, ...fit } = found;
  return { ok: true, model: model(parameters), quotes, fit };
}
