import {
  besideCentre,
  centreAt,
  centreNumber,
  centreValue,
  MILLS_TABLE,
  MILLS_TABLE_END,
  slopeBeside,
} from "./millsTable";
import { millsSlope, upperMillsRatio } from "./upperMillsRatio";

/** Places of a block: as many options as are worked on at a time, so that all columns stay in the nearest cache. */
export const BLOCK = 128;
/** Beyond t − h = 1 the left ratio is that of t − h, and {@link MillsPairs.gap} a sum. Chooses the path. */
export const COMPLEMENT_FROM = 1;

/** Mills' ratio R on both sides of h, for a block of options. Each column has {@link BLOCK} places. */
export type MillsPairs = {
  /** h ≥ 0 as the sum of two doubles. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** t ≥ 0. */
  readonly half: Float64Array;
  /** R(h − t), or R(t − h) where t − h > 1. */
  readonly left: Float64Array;
  /** R(h + t). */
  readonly right: Float64Array;
  /** R(h − t) − R(h + t), or R(t − h) + R(h + t) where t − h > 1. */
  readonly gap: Float64Array;
};

/** Up to here the series in t, which leaves out less than 1e-17 of the result. Chooses the path. */
const SERIES_T = 0.05;
/** From here on 1 − w·R is small. Chooses the path. */
const FAR = 4;
/** So far out no density is left for a gap to be multiplied by; keeps an endless h out of the sums. Chooses the path. */
const VANISHED = 1e6;

/** Columns without values. */
export function millsPairs(): MillsPairs {
  const column = () => new Float64Array(BLOCK);
  return { high: column(), low: column(), half: column(), left: column(), right: column(), gap: column() };
}

/**
 * Fills left, right and gap of the first `count` places from h and t.
 * Error of the gap below 2 ulp of itself + 1e-17, also where t is small, because the values of the nearest centres are subtracted
 * before what lies beside them is added; h or t NaN → NaN.   Checked: upperMillsRatio.test.ts.
 */
export function fillMillsPairs(pairs: MillsPairs, count: number): void {
  const { high, low, half, left, right, gap } = pairs;
  const table = MILLS_TABLE;
  for (let index = 0; index < count; index += 1) {
    const h = high[index] as number;
    const t = half[index] as number;
    const sum = h + t;
    const difference = h - t;
    if (t < SERIES_T && h * t < 1) fillFromSeries(pairs, index);
    else if (!(sum < MILLS_TABLE_END)) fillFar(pairs, index);
    else {
      const isComplement = difference < -COMPLEMENT_FROM;
      const to = centreNumber(sum);
      const from = centreNumber(isComplement ? -difference : difference);
      const rest = low[index] as number;
      const sumRest = (h < t ? h - (sum - t) : t - (sum - h)) + rest;
      const differenceRest = (h < t ? h - (difference + t) : h - difference - t) + rest;
      const leftU = isComplement
        ? -difference - centreAt(from) - differenceRest
        : difference - centreAt(from) + differenceRest;
      const leftBeside = besideCentre(table, from, leftU);
      const rightBeside = besideCentre(table, to, sum - centreAt(to) + sumRest);
      const leftCentre = centreValue(table, from);
      const rightCentre = centreValue(table, to);
      left[index] = leftCentre + leftBeside;
      right[index] = rightCentre + rightBeside;
      gap[index] = isComplement
        ? leftCentre + leftBeside + (rightCentre + rightBeside)
        : leftCentre - rightCentre + (leftBeside - rightBeside);
    }
  }
}

/** Where the right one is beyond the table. With Q = 1 − w·R, small there: R(l) − R(r) = (2t − r·Q(l) + l·Q(r))/(l·r). */
function fillFar(pairs: MillsPairs, index: number): void {
  const h = pairs.high[index] as number;
  const t = pairs.half[index] as number;
  const isComplement = h - t < -COMPLEMENT_FROM;
  const leftAt = isComplement ? t - h : h - t;
  const rightAt = h + t;
  const leftRatio = upperMillsRatio(leftAt);
  const rightRatio = upperMillsRatio(rightAt);
  pairs.left[index] = leftRatio;
  pairs.right[index] = rightRatio;
  if (isComplement) pairs.gap[index] = leftRatio + rightRatio;
  else if (leftAt < FAR) pairs.gap[index] = leftRatio - rightRatio;
  else if (leftAt > VANISHED) pairs.gap[index] = 0;
  else pairs.gap[index] = (2 * t - (rightAt * millsSlope(leftAt) - leftAt * millsSlope(rightAt))) / (leftAt * rightAt);
}

/**
 * For small t the even and the odd half of Taylor's series in t. I_n, the size of the n-th derivative at h: I₀ = R, I₁ = 1 − h·R,
 * I₂ = I₀ − h·I₁, I₃ = (h² + 3)·I₁ − 1, I_(n+2) = (h² + 2n + 1)·I_n − n(n − 1)·I_(n−2). With h·t < 1 what cancels in
 * them stays below a rounding of the sums.
 */
function fillFromSeries(pairs: MillsPairs, index: number): void {
  const h = pairs.high[index] as number;
  const t = pairs.half[index] as number;
  const isInTable = h < MILLS_TABLE_END;
  const number = isInTable ? centreNumber(h) : 0;
  const u = h - centreAt(number) + (pairs.low[index] as number);
  const beside = besideCentre(MILLS_TABLE, number, isInTable ? u : 0);
  const zeroth = isInTable ? centreValue(MILLS_TABLE, number) + beside : upperMillsRatio(h);
  const first = isInTable ? slopeBeside(number, u, beside) : millsSlope(h);
  const square = h * h;
  const second = zeroth - h * first;
  const third = (square + 3) * first - 1;
  const fourth = (square + 5) * second - 2 * zeroth;
  const fifth = (square + 7) * third - 6 * first;
  const sixth = (square + 9) * fourth - 12 * second;
  const seventh = (square + 11) * fifth - 20 * third;
  const eighth = (square + 13) * sixth - 30 * fourth;
  const ninth = (square + 15) * seventh - 42 * fifth;
  const v = t * t;
  const odd =
    first + v * (third * (1 / 6) + v * (fifth * (1 / 120) + v * (seventh * (1 / 5040) + v * ninth * (1 / 362880))));
  const even =
    zeroth + v * (second * 0.5 + v * (fourth * (1 / 24) + v * (sixth * (1 / 720) + v * eighth * (1 / 40320))));
  pairs.left[index] = even + t * odd;
  pairs.right[index] = even - t * odd;
  pairs.gap[index] = 2 * t * odd;
}
