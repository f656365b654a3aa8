import type { CalibratedModel, Calibration, CalibrationSlice, VolatilityQuote } from "./Calibration";
import { calibrateModel } from "./calibrateModel";
import { atTheMoneyVolatility, skewSign } from "./calibrationSlices";
import { characteristicStrip } from "./characteristicStrip";
import { kouCharacteristic, mertonCharacteristic } from "./jumpCharacteristic";
import type { KouParameters, MertonParameters } from "./jumpParameters";

/** Prices to 2e-9 of the forward: far below what a volatility is quoted to. */
const DIGITS = 20;
/** Parameters that need more nodes are too far from any market to be looked at. */
const NODE_LIMIT = 4000;

/** A search begins with these shares of the variance at the money made by jumps, and so many jumps a year. */
const JUMP_SHARES = [0.25, 0.6];
const INTENSITIES = [1, 5, 25];

const MERTON: CalibratedModel = {
  names: ["volatility", "jumpIntensity", "meanLogJump", "jumpDeviation"],
  lower: [0.01, 0.01, -1, 0.005],
  upper: [4, 100, 1, 1],
  starts: (slices) =>
    splitsOf(slices).map(({ volatility, intensity, jump }) => [
      volatility,
      intensity,
      0.5 * skewSign(slices) * jump,
      Math.sqrt(0.75) * jump,
    ]),
  sliceRows: (values, { forward, strikes, timeToExpiryYears }, { rows, withGradient }) =>
    characteristicStrip(mertonCharacteristic(mertonOf(values), timeToExpiryYears, withGradient), {
      ...{ forward, strikes, rows, hasForward: false, digits: DIGITS, nodeLimit: NODE_LIMIT },
    }),
};

const KOU: CalibratedModel = {
  names: ["volatility", "jumpIntensity", "upProbability", "upRate", "downRate"],
  lower: [0.01, 0.01, 0, 1.05, 0.5],
  upper: [4, 200, 1, 200, 200],
  starts: (slices) =>
    splitsOf(slices).map(({ volatility, intensity, jump }) => {
      const rate = Math.SQRT2 / jump;
      return [volatility, intensity, 0.5 + 0.2 * skewSign(slices), Math.max(rate, 1.5), rate];
    }),
  sliceRows: (values, { forward, strikes, timeToExpiryYears }, { rows, withGradient }) =>
    characteristicStrip(kouCharacteristic(kouOf(values), timeToExpiryYears, withGradient), {
      ...{ forward, strikes, rows, hasForward: false, digits: DIGITS, nodeLimit: NODE_LIMIT },
    }),
};

/**
 * Fits Merton's parameters to implied volatilities of any expiries. Bounds: σ in [0.01, 4], λ in [0.01, 100], ν in [−1, 1], δ in [0.005, 1].
 * Method, units and failures: {@link calibrateModel}.
 */
export function calibrateMerton(quotes: readonly VolatilityQuote[]): Calibration<MertonParameters> {
  const found = calibrateModel(MERTON, quotes);
  return found.ok ? { ...found, parameters: mertonOf(found.parameters) } : found;
}

/**
 * Fits Kou's parameters likewise. Bounds: σ in [0.01, 4], λ in [0.01, 200], p in [0, 1], η₁ in [1.05, 200], η₂ in [0.5, 200].
 */
export function calibrateKou(quotes: readonly VolatilityQuote[]): Calibration<KouParameters> {
  const found = calibrateModel(KOU, quotes);
  return found.ok ? { ...found, parameters: kouOf(found.parameters) } : found;
}

function mertonOf([volatility = 0, jumpIntensity = 0, meanLogJump = 0, jumpDeviation = 0]: Float64Array) {
  return { volatility, jumpIntensity, meanLogJump, jumpDeviation };
}

function kouOf([volatility = 0, jumpIntensity = 0, upProbability = 0, upRate = 0, downRate = 0]: Float64Array) {
  return { volatility, jumpIntensity, upProbability, upRate, downRate };
}

/** Ways to divide the variance at the money of the middle expiry between diffusion and jumps; `jump`: the root of a jump's mean square. */
function splitsOf(slices: readonly CalibrationSlice[]) {
  const middle = slices[Math.floor(slices.length / 2)] as CalibrationSlice;
  const variance = atTheMoneyVolatility(middle) ** 2;
  return JUMP_SHARES.flatMap((share) =>
    INTENSITIES.map((intensity) => ({
      volatility: Math.sqrt((1 - share) * variance),
      intensity,
      jump: Math.sqrt((share * variance) / intensity),
    })),
  );
}
