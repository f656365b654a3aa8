import { besideCentre, centreOf, MILLS_TABLE, MILLS_TABLE_END, rowOf, slopeAt } from "./millsTable";
import { millsSlope, upperMillsRatio } from "./upperMillsRatio";

/** Places of a block: as many options as are worked on at a time, so that all columns stay in the nearest cache. */
export const BLOCK = 128;
/** Beyond t − h = 1 the left ratio is that of t − h, and {@link MillsPairs.gap} a sum. */
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
/** Instead of a row where the table does not reach. */
const NO_ROW = -1;

/** Arguments of the two ratios, and what is found there. */
const right = places();
const left = places();

/** Columns without values. */
export function millsPairs(): MillsPairs {
  const column = () => new Float64Array(BLOCK);
  return { high: column(), low: column(), half: column(), left: column(), right: column(), gap: column() };
}

/**
 * Fills left, right and gap of the first `count` places from h and t.
 * Error of the gap below 2 ulp of itself + 1e-17, also where t is small, because the values of the nearest centres are subtracted
 * before what lies beside them is added; h or t NaN → NaN.   Checked: millsPairs.test.ts.
 */
export function fillMillsPairs(pairs: MillsPairs, count: number): void {
  place(pairs, count);
  find(right, count);
  find(left, count);
  combine(pairs, count);
}

function places() {
  return {
    at: new Float64Array(BLOCK),
    low: new Float64Array(BLOCK),
    row: new Int32Array(BLOCK),
    beside: new Float64Array(BLOCK),
  };
}

function isSeries(h: number, t: number): boolean {
  return t < SERIES_T && h * t < 1;
}

/** h ± t in two parts; where the series serves, h itself. */
function place(pairs: MillsPairs, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const h = pairs.high[index] as number;
    const t = isSeries(h, pairs.half[index] as number) ? 0 : (pairs.half[index] as number);
    const low = pairs.low[index] as number;
    const sum = h + t;
    const sumBack = sum - h;
    right.at[index] = sum;
    right.low[index] = h - (sum - sumBack) + (t - sumBack) + low;
    const difference = h - t;
    const differenceBack = difference - h;
    const differenceLow = h - (difference - differenceBack) - (t + differenceBack) + low;
    const isComplement = difference < -COMPLEMENT_FROM;
    left.at[index] = isComplement ? -difference : difference;
    left.low[index] = isComplement ? -differenceLow : differenceLow;
  }
}

function find(side: ReturnType<typeof places>, count: number): void {
  const { at, low, row: rows, beside } = side;
  const table = MILLS_TABLE;
  for (let index = 0; index < count; index += 1) {
    const w = at[index] as number;
    if (w < MILLS_TABLE_END) {
      const row = rowOf(w);
      rows[index] = row;
      beside[index] = besideCentre(table, row, w - centreOf(row) + (low[index] as number));
    } else {
      rows[index] = NO_ROW;
      beside[index] = upperMillsRatio(w);
    }
  }
}

function combine(pairs: MillsPairs, count: number): void {
  const table = MILLS_TABLE;
  const { high, half, left: leftRatios, right: rightRatios, gap } = pairs;
  for (let index = 0; index < count; index += 1) {
    const h = high[index] as number;
    const t = half[index] as number;
    const rightRow = right.row[index] as number;
    if (isSeries(h, t)) fillFromSeries(pairs, index);
    else if (rightRow === NO_ROW) fillFar(pairs, index);
    else {
      const leftCentre = table[left.row[index] as number] as number;
      const rightCentre = table[rightRow] as number;
      const leftBeside = left.beside[index] as number;
      const rightBeside = right.beside[index] as number;
      const leftRatio = leftCentre + leftBeside;
      const rightRatio = rightCentre + rightBeside;
      leftRatios[index] = leftRatio;
      rightRatios[index] = rightRatio;
      gap[index] =
        t - h > COMPLEMENT_FROM ? leftRatio + rightRatio : leftCentre - rightCentre + (leftBeside - rightBeside);
    }
  }
}

/** Where the right one is beyond the table. With Q = 1 − w·R, small there: R(l) − R(r) = (2t − r·Q(l) + l·Q(r))/(l·r). */
function fillFar(pairs: MillsPairs, index: number): void {
  const h = pairs.high[index] as number;
  const t = pairs.half[index] as number;
  const leftAt = left.at[index] as number;
  const rightAt = right.at[index] as number;
  const leftRow = left.row[index] as number;
  const leftRatio = (leftRow === NO_ROW ? 0 : (MILLS_TABLE[leftRow] as number)) + (left.beside[index] as number);
  const rightRatio = right.beside[index] as number;
  pairs.left[index] = leftRatio;
  pairs.right[index] = rightRatio;
  if (t - h > COMPLEMENT_FROM) pairs.gap[index] = leftRatio + rightRatio;
  else if (leftAt < FAR) pairs.gap[index] = leftRatio - rightRatio;
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
  const row = right.row[index] as number;
  const beside = right.beside[index] as number;
  const zeroth = row === NO_ROW ? beside : (MILLS_TABLE[row] as number) + beside;
  const first = row === NO_ROW ? millsSlope(h) : slopeAt(row, h - centreOf(row) + (pairs.low[index] as number), beside);
  const square = h * h;
  const second = zeroth - h * first;
  const third = (square + 3) * first - 1;
  const fourth = (square + 5) * second - 2 * zeroth;
  const fifth = (square + 7) * third - 6 * first;
  const sixth = (square + 9) * fourth - 12 * second;
  const seventh = (square + 11) * fifth - 20 * third;
  const eighth = (square + 13) * sixth - 30 * fourth;
  const ninth = (square + 15) * seventh - 42 * fifth;
  const u = t * t;
  const odd =
    first + u * (third * (1 / 6) + u * (fifth * (1 / 120) + u * (seventh * (1 / 5040) + u * ninth * (1 / 362880))));
  const even =
    zeroth + u * (second * 0.5 + u * (fourth * (1 / 24) + u * (sixth * (1 / 720) + u * eighth * (1 / 40320))));
  pairs.left[index] = even + t * odd;
  pairs.right[index] = even - t * odd;
  pairs.gap[index] = 2 * t * odd;
}
