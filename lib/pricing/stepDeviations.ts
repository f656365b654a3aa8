import { exactly, over } from "@/lib/math/doubleDouble";
import { expOfSum } from "@/lib/math/expOfSum";
import { fillLogs } from "@/lib/math/fillLogs";
import { BLOCK, COMPLEMENT_FROM, fillMillsPairs, millsPairs } from "@/lib/math/millsPairs";
import { SQRT_HALF_PI } from "@/lib/math/millsRatio";
import type { DeviationWork } from "./DeviationWork";

/** 1/√(2π) in two parts, the second relative to the first. */
const INVERSE_SQRT_2PI = over(exactly(0.5), SQRT_HALF_PI);
const DENSITY_AT_0 = INVERSE_SQRT_2PI.high;
const DENSITY_REST = INVERSE_SQRT_2PI.low / INVERSE_SQRT_2PI.high;
const SPLITTER = 134217729;

const pairs = millsPairs();
/** ln of what is wanted over what is reached, and what its ratio's double leaves. */
const distance = new Float64Array(BLOCK);
const rest = new Float64Array(BLOCK);
const reach = new Float64Array(BLOCK);

/**
 * Householder's third-order step towards the share for each place of the work, left in the work's `step`: on ln v up to z = 1, on
 * ln(1 − v) beyond. h, z and the exponent are held in two parts each, so that the error of s + step is that of v's factors alone, a few
 * roundings, times v/(s·v′).
 */
export function stepDeviations(work: DeviationWork): void {
  aim(work);
  fillMillsPairs(pairs, work.count);
  compare(work);
  fillLogs(distance, rest, work.count);
  const { high, half } = pairs;
  for (let index = 0; index < work.count; index += 1) {
    const h = high[index] as number;
    const t = half[index] as number;
    const missing = (distance[index] as number) - DENSITY_REST;
    const newton = missing * (reach[index] as number);
    const relative = (h * newton) / (2 * t);
    const second = h * relative - 0.5 * t * newton - missing;
    const third = second * (second - missing) - 3 * relative * relative - 0.25 * newton * newton;
    work.step[index] = (newton * (1 + 0.5 * second)) / (1 + second + third * (1 / 6));
  }
}

/** h = a/s in two parts, and t. */
function aim(work: DeviationWork): void {
  const { high, low, half } = pairs;
  const {
    deviation: deviations,
    moneyness: { high: moneynesses, low: moneynessLows },
  } = work;
  for (let index = 0; index < work.count; index += 1) {
    const deviation = deviations[index] as number;
    const moneyness = moneynesses[index] as number;
    const inverse = 1 / deviation;
    const h = moneyness * inverse;
    const product = h * deviation;
    const hHead = SPLITTER * h - (SPLITTER * h - h);
    const head = SPLITTER * deviation - (SPLITTER * deviation - deviation);
    const hTail = h - hHead;
    const tail = deviation - head;
    const lost = hTail * tail - (product - hHead * head - hTail * head - hHead * tail);
    high[index] = h;
    low[index] = (moneyness - product - lost + (moneynessLows[index] as number)) * inverse;
    half[index] = 0.5 * deviation;
  }
}

/** What is wanted over what is reached, and what a logarithm of one moves s by. φ(z) with z = t − h in two parts. */
function compare(work: DeviationWork): void {
  const { high, low, half, gap } = pairs;
  for (let index = 0; index < work.count; index += 1) {
    const h = high[index] as number;
    const t = half[index] as number;
    const z = t - h;
    const back = z - t;
    const zLow = t - (z - back) - (h + back) - (low[index] as number);
    const head = Math.fround(z);
    const density = DENSITY_AT_0 * expOfSum(-0.5 * head * head, -0.5 * (z - head) * (z + head) - z * zLow);
    const difference = gap[index] as number;
    const isHigh = z > COMPLEMENT_FROM;
    const wanted = isHigh ? (work.complement[index] as number) : (work.share[index] as number);
    distance[index] = wanted / (density * difference);
    rest[index] = isHigh ? 0 : (work.shareRest[index] as number);
    reach[index] = isHigh ? 0 - difference : difference;
  }
}
