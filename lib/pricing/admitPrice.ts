import type { DeviationWork } from "./DeviationWork";
import { IMPLIED_VOLATILITY_STATUS, type ImpliedVolatilityColumns } from "./ImpliedVolatilityTask";

const { found, belowIntrinsic, aboveMaximum, notANumber } = IMPLIED_VOLATILITY_STATUS;
/** Between them products keep their digits and their halves do not overflow; outside the double-double engine is asked. */
const SMALL = 1e-280;
const LARGE = 1e280;
const SPLITTER = 134217729;
const ENDLESS = Number.POSITIVE_INFINITY;

/** What the option admitted last is worth beyond its intrinsic value, undiscounted, in two parts. */
const timeValue = new Float64Array(2);

/**
 * Looks at the price at `place`: a status, and `timeValue` where it is found. A price below the intrinsic value by no more than its own
 * rounding counts as the intrinsic value, whose volatility is 0: then the time value is 0 or less.
 */
export function statusOfPrice(options: ImpliedVolatilityColumns, place: number): number {
  const price = options.price[place] as number;
  const forward = options.forward[place] as number;
  const strike = options.strike[place] as number;
  const discount = options.discount[place] as number;
  if (!(price >= 0 && price < ENDLESS && isPositive(forward) && isPositive(strike))) return notANumber;
  if (!(isPositive(options.timeToExpiryYears[place] as number) && isPositive(discount))) return notANumber;
  const undiscounted = price / discount;
  if (undiscounted === ENDLESS) return aboveMaximum;
  const isExact = discount === 1 || !isModerate(discount) || !isModerate(undiscounted);
  const rest = isExact ? 0 : remainder(price, undiscounted, discount) / discount;
  const larger = Math.max(forward, strike);
  const lesser = Math.min(forward, strike);
  const isInTheMoney = (options.isPut[place] === 1) === forward < strike && forward !== strike;
  const intrinsic = isInTheMoney ? larger - lesser : 0;
  const intrinsicRest = isInTheMoney ? larger - intrinsic - lesser : 0;
  const difference = undiscounted - intrinsic;
  const back = difference - undiscounted;
  const lost = undiscounted - (difference - back) - (intrinsic + back);
  const low = lost + (rest - intrinsicRest);
  const high = difference + low;
  timeValue[0] = high;
  timeValue[1] = low - (high - difference);
  if (high < -undiscounted * Number.EPSILON) return belowIntrinsic;
  return high - lesser + timeValue[1] >= 0 ? aboveMaximum : found;
}

/** Whether the last price looked at was more than the intrinsic value. */
export function hasTimeValue(): boolean {
  return (timeValue[0] as number) > 0;
}

/** Appends the last price looked at, that at `place`, to the work; false where doubles do not hold it to the last digit. */
export function admitPrice(options: ImpliedVolatilityColumns, place: number, work: DeviationWork): boolean {
  const forward = options.forward[place] as number;
  const strike = options.strike[place] as number;
  const larger = Math.max(forward, strike);
  const lesser = Math.min(forward, strike);
  const high = timeValue[0] as number;
  const low = timeValue[1] as number;
  const share = high / lesser;
  if (!(isModerate(high) && isModerate(lesser) && isModerate(larger) && isModerate(share))) return false;
  const index = work.count;
  work.place[index] = place;
  work.moneyness.above[index] = larger;
  work.moneyness.below[index] = lesser;
  work.share[index] = share;
  work.shareRest[index] = (remainder(high, share, lesser) + low) / high;
  work.complement[index] = (lesser - high - low) / lesser;
  work.count = index + 1;
  return true;
}

function isPositive(value: number): boolean {
  return value > 0 && value < ENDLESS;
}

function isModerate(value: number): boolean {
  return value > SMALL && value < LARGE;
}

/** whole − quotient·divisor for a rounded quotient, exactly. */
function remainder(whole: number, quotient: number, divisor: number): number {
  const product = quotient * divisor;
  const quotientHead = SPLITTER * quotient - (SPLITTER * quotient - quotient);
  const divisorHead = SPLITTER * divisor - (SPLITTER * divisor - divisor);
  const quotientTail = quotient - quotientHead;
  const divisorTail = divisor - divisorHead;
  const heads = product - quotientHead * divisorHead - quotientTail * divisorHead - quotientHead * divisorTail;
  return whole - product - (quotientTail * divisorTail - heads);
}
