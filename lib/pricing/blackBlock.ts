import { expOfSum } from "@/lib/math/expOfSum";
import { fillLogsOfRatios } from "@/lib/math/fillLogs";
import { BLOCK, COMPLEMENT_FROM, fillMillsPairs, millsPairs } from "@/lib/math/millsPairs";

/** European options, one a place; the fields mean what those of Black's formula do. All columns have the same length. */
export type BlackColumns = {
  readonly forward: Float64Array;
  readonly strike: Float64Array;
  readonly timeToExpiryYears: Float64Array;
  readonly volatility: Float64Array;
  readonly discount: Float64Array;
  /** 1 for a put, 0 for a call. */
  readonly isPut: Uint8Array;
};

/** What Black's formula gives for each, in the same order and units. */
export type BlackValues = {
  readonly price: Float64Array;
  readonly delta: Float64Array;
  readonly gamma: Float64Array;
  readonly vega: Float64Array;
  readonly theta: Float64Array;
};

const INVERSE_SQRT_2PI = 0.3989422804014327;

const pairs = millsPairs();
const unused = new Float64Array(BLOCK);
const root = new Float64Array(BLOCK);
const density = new Float64Array(BLOCK);
/** 1 where every number is one and something is left to happen. */
const ordinary = new Uint8Array(BLOCK);
const ENDLESS = Number.POSITIVE_INFINITY;
/** So many deviations away nothing is left of the density; what no single float can hold would turn it into NaN. Chooses the path. */
const VANISHED = 1e30;

/** Options and where their values go. */
export type BlackTask = { readonly options: BlackColumns; readonly values: BlackValues };

/**
 * Black's formula for the options at `from` and the `count` − 1 after it, at most {@link BLOCK}: the one implementation behind the
 * single option and the batch. A loop for each step with columns between them, because a function called with numbers would
 * put every one of them on the heap. Domain, limits and error: {@link black}.
 *
 * With h = |ln(F/K)|/s, t = s/2, z = t − h and Mills' ratio R, what is out of the money is worth min(F, K)·φ(z)·(R(h − t) − R(h + t)), and
 * F·φ(d₁) = min(F, K)·φ(z): one exponential serves the price and its derivatives, and no tail is lost to 1 − Φ.
 */
export function fillBlackBlock(task: BlackTask, from: number, count: number): void {
  measure(task.options, from, count);
  fillMillsPairs(pairs, count);
  fillDensity(count);
  fillValues(task, from, count);
}

function measure(
  { forward, strike, timeToExpiryYears, volatility, discount }: BlackColumns,
  from: number,
  count: number,
): void {
  const { high, half } = pairs;
  fillLogsOfRatios({ above: forward, below: strike, high, low: unused }, from, count);
  for (let index = 0; index < count; index += 1) {
    const rootOfTime = Math.sqrt(timeToExpiryYears[from + index] as number);
    const s = (volatility[from + index] as number) * rootOfTime;
    const size = Math.abs(high[index] as number);
    root[index] = rootOfTime;
    half[index] = 0.5 * s;
    const h = size / s;
    high[index] = h;
    const isInside = (forward[from + index] as number) > 0 && isPositive(discount[from + index] as number);
    ordinary[index] = isInside && isPositive(s) && h < VANISHED ? 1 : 0;
  }
}

function isPositive(value: number): boolean {
  return value > 0 && value < ENDLESS;
}

function fillValues(task: BlackTask, from: number, count: number): void {
  const { forward: forwards, strike: strikes, volatility, discount: discounts, isPut: puts } = task.options;
  const { price, delta, gamma, vega, theta } = task.values;
  const { high, half, left, right, gap } = pairs;
  for (let index = 0; index < count; index += 1) {
    const place = from + index;
    if (ordinary[index] === 0) {
      fillLimit(task, place);
      continue;
    }
    const forward = forwards[place] as number;
    const strike = strikes[place] as number;
    const discount = discounts[place] as number;
    const put = puts[place] as number;
    const excess = (1 - 2 * put) * (forward - strike);
    const isBelow = forward < strike;
    const z = (half[index] as number) - (high[index] as number);
    const isHigh = z > COMPLEMENT_FROM;
    const upper = (density[index] as number) * (Math.min(forward, strike) / forward);
    const whole = forward * upper;
    const outer = whole * (gap[index] as number);
    const intrinsic = 0.5 * Math.abs(excess) + 0.5 * excess;
    const value = discount * (isHigh ? (put === 1 ? strike : forward) - outer : intrinsic + outer);
    const tail = upper * ((isBelow ? left[index] : right[index]) as number);
    const inverse = 0.5 / (forward * (half[index] as number));
    const sigma = volatility[place] as number;
    const carry = discount === 1 ? 0 : carryOf(task.options, place) * value;
    price[place] = value;
    delta[place] = discount * (isBelow && !isHigh ? tail - put : 1 - put - tail);
    gamma[place] = discount * upper * inverse;
    vega[place] = discount * whole * (root[index] as number);
    theta[place] = carry - 0.5 * discount * whole * sigma * sigma * forward * inverse;
  }
}

/** φ(z). */
function fillDensity(count: number): void {
  const { high, half } = pairs;
  for (let index = 0; index < count; index += 1) {
    const z = (half[index] as number) - (high[index] as number);
    const head = Math.fround(z);
    density[index] = INVERSE_SQRT_2PI * expOfSum(-0.5 * head * head, -0.5 * (z - head) * (z + head));
  }
}

/** The rate that a discount stands for. */
function carryOf({ discount, timeToExpiryYears }: BlackColumns, place: number): number {
  return 0 - Math.log(discount[place] as number) / (timeToExpiryYears[place] as number);
}

/** Where nothing is left to happen: the discounted intrinsic value; outside of the domain NaN. */
function fillLimit({ options, values }: BlackTask, place: number): void {
  const forward = options.forward[place] as number;
  const strike = options.strike[place] as number;
  const time = options.timeToExpiryYears[place] as number;
  const volatility = options.volatility[place] as number;
  const discount = options.discount[place] as number;
  const isInside = forward >= 0 && strike >= 0 && time >= 0 && volatility >= 0 && discount > 0;
  const isBounded = forward + strike + time + volatility + discount < ENDLESS;
  const outside = isInside && isBounded ? 0 : Number.NaN;
  const sign = options.isPut[place] === 1 ? -1 : 1;
  const price = outside + discount * Math.max(sign * (forward - strike), 0);
  const isAtTheMoney = forward === strike && forward > 0;
  values.price[place] = price;
  values.delta[place] = outside + 0.5 * discount * (sign + Math.sign(forward - strike));
  values.gamma[place] = outside;
  values.vega[place] = outside + (isAtTheMoney ? discount * forward * INVERSE_SQRT_2PI * Math.sqrt(time) : 0);
  values.theta[place] = outside + (time > 0 && discount !== 1 ? carryOf(options, place) * price : 0);
}
