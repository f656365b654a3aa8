import type { Calibration, VolatilityQuote } from "./Calibration";
import { calibrateModel } from "./calibrateModel";
import { batesParametersOf, batesSliceRows, hestonStarts } from "./calibrationBates";
import type { HestonParameters } from "./HestonParameters";

/** Names and bounds of v₀, κ, θ, σ, ρ. */
export const HESTON_BOX = {
  names: ["initialVariance", "meanReversion", "longRunVariance", "volatilityOfVariance", "correlation"],
  lower: [1e-6, 1e-3, 1e-6, 1e-2, -0.999],
  upper: [16, 100, 16, 20, 0.999],
} as const;

/**
 * Fits Heston's parameters to implied volatilities of any expiries. Bounds: v₀ and θ in [1e-6, 16], κ in [0.001, 100], σ in [0.01, 20],
 * ρ in [−0.999, 0.999]; Feller's condition is not asked for.   Method, units and failures: {@link calibrateModel}.
 */
export function calibrateHeston(quotes: readonly VolatilityQuote[]): Calibration<HestonParameters> {
  const found = calibrateModel({ ...HESTON_BOX, starts: hestonStarts, sliceRows: batesSliceRows }, quotes);
  if (!found.ok) return found;
  const { initialVariance, meanReversion, longRunVariance, volatilityOfVariance, correlation } = batesParametersOf(
    found.parameters,
  );
  return {
    ...found,
    parameters: { initialVariance, meanReversion, longRunVariance, volatilityOfVariance, correlation },
  };
}
