import type { CalibrationSlice, SliceRequest } from "./Calibration";
import { atTheMoneyVolatility, skewSign } from "./calibrationSlices";
import { characteristicStrip } from "./characteristicStrip";
import type { BatesParameters, HestonParameters } from "./HestonParameters";
import { hestonCharacteristic } from "./hestonCharacteristic";
import { hestonConstants } from "./hestonConstants";
import { hestonGradientLaw } from "./hestonGradient";

/** Prices to 2e-9 of the forward: far below what a volatility is quoted to. */
const DIGITS = 20;
/** Parameters that need more nodes are too far from any market to be looked at. */
const NODE_LIMIT = 2000;

/** v₀, κ, θ, σ, ρ and perhaps λ, ν, δ, in the order in which they are calibrated. */
export function batesParametersOf(values: Float64Array): BatesParameters {
  const at = (index: number) => values[index] ?? 0;
  return {
    initialVariance: at(0),
    meanReversion: at(1),
    longRunVariance: at(2),
    volatilityOfVariance: at(3),
    correlation: at(4),
    jumpIntensity: at(5),
    meanLogJump: at(6),
    jumpDeviation: at(7),
  };
}

/** Prices of a slice, with derivatives in as many parameters as there are: five of Heston or eight of Bates. */
export function batesSliceRows(
  parameters: Float64Array,
  slice: CalibrationSlice,
  { rows, withGradient }: SliceRequest,
): boolean {
  const constants = hestonConstants(batesParametersOf(parameters), slice.timeToExpiryYears);
  const law = withGradient
    ? hestonGradientLaw(constants, parameters.length > 5)
    : hestonCharacteristic(constants, "none");
  const { forward, strikes } = slice;
  return characteristicStrip(law, { forward, strikes, rows, hasForward: false, digits: DIGITS, nodeLimit: NODE_LIMIT });
}

/** Rates of reversion, and σ as multiples of Feller's √(2κθ), from which the search begins. */
const REVERSIONS = [1, 4, 12];
const FELLER_SHARES = [1, 2];
const CORRELATION = 0.5;

/** Variances from the volatilities at the forward of the first and the last expiry, the correlation's sign from the skew. */
export function hestonStarts(slices: readonly CalibrationSlice[]): readonly (readonly number[])[] {
  const initial = atTheMoneyVolatility(slices[0] as CalibrationSlice) ** 2;
  const longRun = atTheMoneyVolatility(slices[slices.length - 1] as CalibrationSlice) ** 2;
  const correlation = CORRELATION * skewSign(slices);
  return REVERSIONS.flatMap((reversion) =>
    FELLER_SHARES.map((share) => [
      initial,
      reversion,
      longRun,
      share * Math.sqrt(2 * reversion * longRun),
      correlation,
    ]),
  );
}

/** Jumps to begin with: a crash once in fifty years, one in three, and small ones all the time; sizes in a month's standard deviation. */
const JUMPS = [
  { intensity: 0.02, mean: 6, deviation: 6 },
  { intensity: 0.3, mean: 1, deviation: 1.5 },
  { intensity: 10, mean: 0.2, deviation: 0.4 },
];
/** What is left of Heston's fit when jumps take their part of it. */
const LEFT = { initialVariance: 0.9, meanReversion: 0.5, longRunVariance: 0.8, volatilityOfVariance: 0.5 };

/** Heston's fit, calmed, with jumps to the dearer side. From there the search finds the least minimum; from afar it often does not. */
export function batesStarts(
  heston: HestonParameters,
  slices: readonly CalibrationSlice[],
): readonly (readonly number[])[] {
  const month = atTheMoneyVolatility(slices[0] as CalibrationSlice) / Math.sqrt(12);
  const sign = skewSign(slices);
  return JUMPS.map(({ intensity, mean, deviation }) => [
    LEFT.initialVariance * heston.initialVariance,
    LEFT.meanReversion * heston.meanReversion,
    LEFT.longRunVariance * heston.longRunVariance,
    LEFT.volatilityOfVariance * heston.volatilityOfVariance,
    heston.correlation,
    intensity,
    sign * mean * month,
    deviation * month,
  ]);
}
