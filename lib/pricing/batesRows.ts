import { characteristicStrip } from "./characteristicStrip";
import type { BatesParameters } from "./HestonParameters";
import { hestonCharacteristic } from "./hestonCharacteristic";
import { hestonConstants } from "./hestonConstants";
import { hestonContour } from "./hestonContour";
import type { OptionStrip } from "./PricingModel";

/** From here on the bent contour is the cheaper way: it chooses the way, not the values. */
const NODE_LIMIT = 1500;
/** Error of a price over the forward, and of a Greek over its natural size: e^(−digits). */
const PRICE_DIGITS = 30;
const GREEK_DIGITS = 33;

/** Undiscounted values of a strip's options with a strike above 0, and where in the strip they stand. */
export type BatesRows = {
  readonly places: readonly number[];
  readonly strikes: Float64Array;
  /** As in {@link StripRows}; the law's own derivatives are those in √v₀ and T. Overwritten by the next call. */
  readonly rows: Float64Array;
};

let rows = new Float64Array(0);

/** On the straight line or, where that takes too many nodes, on the bent contour; null when neither has a value. Time above 0. */
export function batesRows(parameters: BatesParameters, strip: OptionStrip, hasForward: boolean): BatesRows | null {
  const places: number[] = [];
  for (let index = 0; index < strip.strikes.length; index += 1) {
    const strike = strip.strikes[index] as number;
    if (strike > 0 && strike < Number.POSITIVE_INFINITY) places.push(index);
  }
  const strikes = Float64Array.from(places, (index) => strip.strikes[index] as number);
  if (rows.length < 5 * strikes.length) rows = new Float64Array(5 * strikes.length);
  const law = hestonCharacteristic(parameters, strip.timeToExpiryYears, hasForward ? "greeks" : "none");
  const digits = hasForward ? GREEK_DIGITS : PRICE_DIGITS;
  const request = { forward: strip.forward, strikes, rows, hasForward, digits, nodeLimit: NODE_LIMIT };
  if (law.controlVariance > 0 && characteristicStrip(law, request)) return { places, strikes, rows };
  const isFound = hestonContour(hestonConstants(parameters, strip.timeToExpiryYears), request);
  return isFound ? { places, strikes, rows } : null;
}

/** Are the parameters in their domain? */
export function isBates(parameters: BatesParameters): boolean {
  const { initialVariance, longRunVariance, volatilityOfVariance, jumpIntensity, jumpDeviation } = parameters;
  const sizes = [initialVariance, longRunVariance, volatilityOfVariance, jumpIntensity, jumpDeviation];
  if (!sizes.every((size) => size >= 0 && size < Number.POSITIVE_INFINITY)) return false;
  const { meanReversion, correlation, meanLogJump } = parameters;
  const isReverting = meanReversion > 0 && meanReversion < Number.POSITIVE_INFINITY;
  return isReverting && Math.abs(correlation) <= 1 && Number.isFinite(meanLogJump);
}

/** Is there neither time nor variance nor jump left for the price to move? */
export function isCertain(parameters: BatesParameters, time: number): boolean {
  if (time === 0) return true;
  const { initialVariance, longRunVariance, jumpIntensity } = parameters;
  return initialVariance === 0 && longRunVariance === 0 && jumpIntensity === 0;
}
