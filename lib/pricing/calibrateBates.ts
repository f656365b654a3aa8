import type { Calibration, CalibrationSlice, VolatilityQuote } from "./Calibration";
import { calibrateHeston, HESTON_BOX } from "./calibrateHeston";
import { calibrateModel } from "./calibrateModel";
import { batesParametersOf, batesSliceRows, batesStarts } from "./calibrationBates";
import type { BatesParameters } from "./HestonParameters";

/** Names and bounds of v₀, κ, θ, σ, ρ, λ, ν, δ. */
const BATES_BOX = {
  names: [...HESTON_BOX.names, "jumpIntensity", "meanLogJump", "jumpDeviation"],
  lower: [...HESTON_BOX.lower, 0, -2, 1e-3],
  upper: [...HESTON_BOX.upper, 50, 2, 2],
};

/**
 * Fits Bates's parameters to implied volatilities of any expiries, beginning with Heston's. Bounds: Heston's, λ in [0, 50], ν in [−2, 2],
 * δ in [0.001, 2].   Method, units and failures: {@link calibrateModel}.
 */
export function calibrateBates(quotes: readonly VolatilityQuote[]): Calibration<BatesParameters> {
  const heston = calibrateHeston(quotes);
  if (!heston.ok) return heston;
  const starts = (slices: readonly CalibrationSlice[]) => batesStarts(heston.parameters, slices);
  const found = calibrateModel({ ...BATES_BOX, starts, sliceRows: batesSliceRows }, quotes);
  if (!found.ok) return found;
  return {
    ...found,
    parameters: batesParametersOf(found.parameters),
    iterations: heston.iterations + found.iterations,
  };
}
