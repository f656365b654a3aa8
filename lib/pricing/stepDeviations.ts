import { exactly, over } from "@/lib/math/doubleDouble";
import { expOfSum } from "@/lib/math/expOfSum";
import { logOf } from "@/lib/math/logOfRatio";
import { BLOCK, COMPLEMENT_FROM, fillMillsPairs, millsPairs } from "@/lib/math/millsPairs";
import { SQRT_HALF_PI } from "@/lib/math/millsRatio";
import type { DeviationWork } from "./DeviationWork";

/** 1/√(2π) in two parts, the second relative to the first. */
const INVERSE_SQRT_2PI = over(exactly(0.5), SQRT_HALF_PI);
const DENSITY_AT_0 = INVERSE_SQRT_2PI.high;
const DENSITY_REST = INVERSE_SQRT_2PI.low / INVERSE_SQRT_2PI.high;
const SPLITTER = 134217729;

const pairs = millsPairs();
const density = new Float64Array(BLOCK);
const log = new Float64Array(2);

/**
 * Householder's third-order step towards the share for each place of the work, left in the work's `step`: on ln v up to z = 1, on
 * ln(1 − v) beyond. h, z and the exponent are held in two parts each, so that the error of s + step is that of v's factors alone, a few
 * roundings, times v/(s·v′).
 */
export function stepDeviations(work: DeviationWork): void {
  const { count } = work;
  aim(work, count);
  fillMillsPairs(pairs, count);
  fillDensity(count);
  for (let index = 0; index < count; index += 1) {
    const h = pairs.high[index] as number;
    const t = pairs.half[index] as number;
    const isHigh = t - h > COMPLEMENT_FROM;
    const gap = isHigh ? 0 - (pairs.gap[index] as number) : (pairs.gap[index] as number);
    const reached = (density[index] as number) * (pairs.gap[index] as number);
    const wanted = isHigh ? (work.complement[index] as number) : (work.share[index] as number);
    logOf(wanted / reached, isHigh ? 0 : (work.shareRest[index] as number), log);
    const distance = (log[0] as number) - DENSITY_REST;
    const newton = distance * gap;
    const relative = (h * newton) / (2 * t);
    const second = h * relative - 0.5 * t * newton - distance;
    const third = second * (second - distance) - 3 * relative * relative - 0.25 * newton * newton;
    work.step[index] = (newton * (1 + 0.5 * second)) / (1 + second + third * (1 / 6));
  }
}

/** h = a/s in two parts, and t. */
function aim(work: DeviationWork, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const deviation = work.deviation[index] as number;
    const moneyness = work.moneyness.high[index] as number;
    const inverse = 1 / deviation;
    const h = moneyness * inverse;
    const product = h * deviation;
    const hHead = SPLITTER * h - (SPLITTER * h - h);
    const head = SPLITTER * deviation - (SPLITTER * deviation - deviation);
    const hTail = h - hHead;
    const tail = deviation - head;
    const lost = hTail * tail - (product - hHead * head - hTail * head - hHead * tail);
    pairs.high[index] = h;
    pairs.low[index] = (moneyness - product - lost + (work.moneyness.low[index] as number)) * inverse;
    pairs.half[index] = 0.5 * deviation;
  }
}

/** φ(z) with z = t − h in two parts. */
function fillDensity(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const h = pairs.high[index] as number;
    const t = pairs.half[index] as number;
    const z = t - h;
    const back = z - t;
    const low = t - (z - back) - (h + back) - (pairs.low[index] as number);
    const head = Math.fround(z);
    density[index] = DENSITY_AT_0 * expOfSum(-0.5 * head * head, -0.5 * (z - head) * (z + head) - z * low);
  }
}
