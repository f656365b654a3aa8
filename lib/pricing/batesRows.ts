import { characteristicStrip, type StripRows } from "./characteristicStrip";
import type { BatesParameters } from "./HestonParameters";
import { hestonCharacteristic } from "./hestonCharacteristic";
import { hestonConstants } from "./hestonConstants";
import { hestonContour } from "./hestonContour";
import type { OptionStrip } from "./PricingModel";

/** From here on the bent contour is the cheaper way: it chooses the way, not the values. */
const NODE_LIMIT = 4000;
/** Error of a price over the forward, and of a Greek over its natural size: e^(−digits). */
const PRICE_DIGITS = 30;
const GREEK_DIGITS = 33;
/** Numbers of a row at most. */
const WIDTH = 5;

let buffer = new Float64Array(0);

/**
 * Rows of a strip as {@link StripRows} has them, the law's derivatives being those in √v₀ and T: from the straight line or, where that takes
 * too many nodes, from the bent contour. Null when neither has a value; undefined where a strike is not above 0 and finite.
 * Overwritten by the next call.   Domain: parameters in theirs, time above 0.
 */
export function batesRows(parameters: BatesParameters, strip: OptionStrip, hasForward: boolean): Float64Array | null {
  const { forward, timeToExpiryYears } = strip;
  const strikes = positiveStrikes(strip);
  if (buffer.length < WIDTH * strikes.length) buffer = new Float64Array(2 * WIDTH * strikes.length);
  const request: StripRows = {
    forward,
    strikes,
    rows: buffer,
    hasForward,
    digits: hasForward ? GREEK_DIGITS : PRICE_DIGITS,
    nodeLimit: NODE_LIMIT,
  };
  const constants = hestonConstants(parameters, timeToExpiryYears);
  const law = hestonCharacteristic(constants, hasForward ? "greeks" : "none");
  if (constants.meanVariance > 0 && characteristicStrip(law, request)) return buffer;
  return hestonContour(constants, request) ? buffer : null;
}

/** The strikes, with the forward in place of those that have no place in a quadrature. */
function positiveStrikes({ strikes, forward }: OptionStrip): ArrayLike<number> {
  for (let index = 0; index < strikes.length; index += 1)
    if (!isPositive(strikes[index] as number))
      return Float64Array.from(strikes, (strike) => (isPositive(strike) ? strike : forward));
  return strikes;
}

/** Above 0 and finite? */
export function isPositive(value: number): boolean {
  return value > 0 && value < Number.POSITIVE_INFINITY;
}

/** Are the parameters in their domain? */
export function isBates(parameters: BatesParameters): boolean {
  const { initialVariance, longRunVariance, volatilityOfVariance, jumpIntensity, jumpDeviation } = parameters;
  const least = Math.min(initialVariance, longRunVariance, volatilityOfVariance, jumpIntensity, jumpDeviation);
  const most = Math.max(initialVariance, longRunVariance, volatilityOfVariance, jumpIntensity, jumpDeviation);
  if (!(least >= 0 && most < Number.POSITIVE_INFINITY)) return false;
  const { meanReversion, correlation, meanLogJump } = parameters;
  return isPositive(meanReversion) && Math.abs(correlation) <= 1 && Number.isFinite(meanLogJump);
}

/** Is there neither time nor variance nor jump left for the price to move? */
export function isCertain(parameters: BatesParameters, time: number): boolean {
  const { initialVariance, longRunVariance, jumpIntensity } = parameters;
  return time === 0 || (initialVariance === 0 && longRunVariance === 0 && jumpIntensity === 0);
}
