import { BLOCK } from "@/lib/math/millsPairs";
import type { DeviationWork } from "./DeviationWork";
import {
  IMPLIED_VOLATILITY_STATUS,
  type ImpliedVolatilityColumns,
  type ImpliedVolatilityTask,
} from "./ImpliedVolatilityTask";

/** Places of the columns that one block takes. */
export type BlockRange = { readonly from: number; readonly count: number };

const { found, belowIntrinsic, aboveMaximum, notANumber } = IMPLIED_VOLATILITY_STATUS;
/** Between them products keep their digits and their halves do not overflow; outside the double-double engine is asked. */
const SMALL = 1e-280;
const LARGE = 1e280;
const SPLITTER = 134217729;
const ENDLESS = Number.POSITIVE_INFINITY;

/** What each option is worth beyond its intrinsic value, undiscounted, in two parts, and what is to be said of its price. */
const timeValue = new Float64Array(BLOCK);
const timeValueLow = new Float64Array(BLOCK);
const statuses = new Uint8Array(BLOCK);

/**
 * Looks at the prices of `count` places from `from` on and leaves in the work those that have a time value. Each gets its status, and the
 * volatility 0 or NaN until it has another; the few that doubles do not hold to the last digit go on the work's list of hard ones.
 */
export function admitPrices(task: ImpliedVolatilityTask, range: BlockRange, work: DeviationWork): void {
  const { from, count } = range;
  const { place: places, share: shares, shareRest, complement, moneyness } = work;
  const { forward: forwards, strike: strikes } = task.options;
  const { volatility, status: statusOut } = task.values;
  takeOffIntrinsic(task.options, from, count);
  work.count = 0;
  work.hardCount = 0;
  for (let index = 0; index < count; index += 1) {
    const place = from + index;
    const status = statuses[index] as number;
    const high = timeValue[index] as number;
    statusOut[place] = status;
    volatility[place] = status === found ? 0 : Number.NaN;
    if (status !== found || !(high > 0)) continue;
    const lesser = Math.min(forwards[place] as number, strikes[place] as number);
    const larger = Math.max(forwards[place] as number, strikes[place] as number);
    const inverse = 1 / lesser;
    const share = high * inverse;
    if (!(high > SMALL && lesser > SMALL && larger < LARGE && larger * SMALL < lesser && share > SMALL)) {
      work.hardPlace[work.hardCount] = place;
      work.hardCount += 1;
      continue;
    }
    const next = work.count;
    const low = timeValueLow[index] as number;
    places[next] = place;
    moneyness.above[next] = larger;
    moneyness.below[next] = lesser;
    shares[next] = share;
    shareRest[next] = (remainder(high, share, lesser) + low) / high;
    complement[next] = (lesser - high - low) * inverse;
    work.count = next + 1;
  }
}

/**
 * price/discount less the intrinsic value, in two parts, and what it says of the price. One below the intrinsic value by no more than its own
 * rounding counts as the intrinsic value, whose volatility is 0.
 */
function takeOffIntrinsic(options: ImpliedVolatilityColumns, from: number, count: number): void {
  const { price: prices, forward: forwards, strike: strikes, discount: discounts, isPut } = options;
  for (let index = 0; index < count; index += 1) {
    const place = from + index;
    const price = prices[place] as number;
    const forward = forwards[place] as number;
    const strike = strikes[place] as number;
    const discount = discounts[place] as number;
    const undiscounted = price / discount;
    const isExact = discount === 1 || !isModerate(discount) || !isModerate(undiscounted);
    const rest = isExact ? 0 : remainder(price, undiscounted, discount) / discount;
    const towards = isPut[place] === 1 ? strike - forward : forward - strike;
    const intrinsic = Math.max(towards, 0);
    const intrinsicRest = towards > 0 ? Math.max(forward, strike) - towards - Math.min(forward, strike) : 0;
    const difference = undiscounted - intrinsic;
    const back = difference - undiscounted;
    const low = undiscounted - (difference - back) - (intrinsic + back) + (rest - intrinsicRest);
    const high = difference + low;
    const highRest = low - (high - difference);
    const lesser = Math.min(forward, strike);
    timeValue[index] = high;
    timeValueLow[index] = highRest;
    if (!areNumbers(options, place)) statuses[index] = notANumber;
    else if (undiscounted === ENDLESS || high - lesser + highRest >= 0) statuses[index] = aboveMaximum;
    else statuses[index] = high < -undiscounted * Number.EPSILON ? belowIntrinsic : found;
  }
}

function areNumbers(
  { price, forward, strike, timeToExpiryYears, discount }: ImpliedVolatilityColumns,
  place: number,
): boolean {
  return (
    (price[place] as number) >= 0 &&
    (price[place] as number) < ENDLESS &&
    isPositive(forward[place] as number) &&
    isPositive(strike[place] as number) &&
    isPositive(timeToExpiryYears[place] as number) &&
    isPositive(discount[place] as number)
  );
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
