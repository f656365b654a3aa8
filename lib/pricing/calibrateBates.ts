import type { CalibratedModel, Calibration, VolatilityQuote } from "./Calibration";
import { HESTON_BOX } from "./calibrateHeston";
import { calibrateModel } from "./calibrateModel";
import { batesParametersOf, batesSliceRows, batesStarts } from "./calibrationBates";
import type { BatesParameters } from "./HestonParameters";

const BATES: CalibratedModel = {
  names: [...HESTON_BOX.names, "jumpIntensity", "meanLogJump", "jumpDeviation"],
  lower: [...HESTON_BOX.lower, 0, -2, 1e-3],
  upper: [...HESTON_BOX.upper, 50, 2, 2],
  starts: batesStarts,
  sliceRows: batesSliceRows,
};

/**
 * Fits Bates's parameters to implied volatilities of any expiries. Bounds: Heston's, λ in [0, 50], ν in [−2, 2], δ in [0.001, 2].
 * Method, units and failures: {@link calibrateModel}.
 */
export function calibrateBates(quotes: readonly VolatilityQuote[]): Calibration<BatesParameters> {
  const found = calibrateModel(BATES, quotes);
  return found.ok ? { ...found, parameters: batesParametersOf(found.parameters) } : found;
}
