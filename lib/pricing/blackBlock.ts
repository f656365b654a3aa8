import { expOfSum } from "@/lib/math/expOfSum";
import { fillLogsOfRatios, logColumns } from "@/lib/math/logOfRatio";
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
/** Enough for every density to vanish; keeps an endless h out of the sums. */
const MOST_DEVIATIONS = 1e6;

const pairs = millsPairs();
const logs = logColumns(BLOCK);
const root = new Float64Array(BLOCK);
const deviation = new Float64Array(BLOCK);
const density = new Float64Array(BLOCK);
/** 1 where every number is one and something is left to happen. */
const ordinary = new Uint8Array(BLOCK);
const ENDLESS = Number.POSITIVE_INFINITY;

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
  for (let index = 0; index < count; index += 1) {
    if (ordinary[index] === 1) fillOrdinary(task, from + index, index);
    else fillLimit(task, from + index);
  }
}

function measure(options: BlackColumns, from: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const rootOfTime = Math.sqrt(options.timeToExpiryYears[from + index] as number);
    root[index] = rootOfTime;
    deviation[index] = (options.volatility[from + index] as number) * rootOfTime;
    logs.above[index] = options.forward[from + index] as number;
    logs.below[index] = options.strike[from + index] as number;
  }
  fillLogsOfRatios(logs, count);
  for (let index = 0; index < count; index += 1) {
    const s = deviation[index] as number;
    const size = Math.abs(logs.high[index] as number);
    pairs.high[index] = Math.min(size / s, MOST_DEVIATIONS);
    pairs.half[index] = 0.5 * s;
    ordinary[index] = isPositive(s) && size < ENDLESS && isPositive(options.discount[from + index] as number) ? 1 : 0;
  }
}

function isPositive(value: number): boolean {
  return value > 0 && value < ENDLESS;
}

/** φ(z). */
function fillDensity(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const z = (pairs.half[index] as number) - (pairs.high[index] as number);
    const head = Math.fround(z);
    density[index] = INVERSE_SQRT_2PI * expOfSum(-0.5 * head * head, -0.5 * (z - head) * (z + head));
  }
}

function fillOrdinary({ options, values }: BlackTask, place: number, index: number): void {
  const forward = options.forward[place] as number;
  const strike = options.strike[place] as number;
  const volatility = options.volatility[place] as number;
  const discount = options.discount[place] as number;
  const isPut = options.isPut[place] === 1;
  const isBelow = forward < strike;
  const isHigh = (pairs.half[index] as number) - (pairs.high[index] as number) > COMPLEMENT_FROM;
  const upper = (density[index] as number) * (isBelow ? 1 : strike / forward);
  const whole = forward * upper;
  const outer = whole * (pairs.gap[index] as number);
  const intrinsic = isPut === isBelow ? Math.abs(strike - forward) : 0;
  const price = discount * (isHigh ? (isPut ? strike : forward) - outer : intrinsic + outer);
  const tail = upper * (isBelow ? (pairs.left[index] as number) : (pairs.right[index] as number));
  const inverse = 1 / (forward * 2 * (pairs.half[index] as number));
  const time = options.timeToExpiryYears[place] as number;
  const rate = discount === 1 ? 0 : 0 - Math.log(discount) / time;
  values.price[place] = price;
  values.delta[place] = discount * (isBelow && !isHigh ? (isPut ? tail - 1 : tail) : isPut ? 0 - tail : 1 - tail);
  values.gamma[place] = discount * upper * inverse;
  values.vega[place] = discount * whole * (root[index] as number);
  values.theta[place] = rate * price - 0.5 * discount * whole * volatility * volatility * forward * inverse;
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
  values.theta[place] = outside + (time > 0 && discount !== 1 ? (0 - Math.log(discount) / time) * price : 0);
}
