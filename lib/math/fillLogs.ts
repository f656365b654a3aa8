import { exactly, logarithm } from "./doubleDouble";

/** Pieces of mantissas. A row of the table has four numbers, so that an offset cut to its bits is always inside. */
const PIECES = 128;
const ROW = 4;
/** High word of 0.7070: mantissas run from there to twice it, so that no table stands between a ratio near 1 and its digits. */
const OFFSET = 0x3fe6a000;
/** The piece that begins at 1; it and the one below it have centre 1. */
const PIECE_OF_ONE = 75;
const CENTRES = 256;
const TO_40_BITS = 2 ** 40;
/** ln 2 in two parts; the first has 40 bits, so that its multiples up to 2^11 are exact. */
const LN2_HIGH = 0.6931471805592082;
const LN2_LOW = 7.371002565167799e-13;
const SPLITTER = 134217729;
/** Between them the parts of a product are normal numbers. Choose the path. */
const SMALL = 2 ** -900;
const LARGE = 2 ** 900;

/** For each piece of mantissas m: c ≈ 1/m of 9 bits, then −ln c in two parts, the first with 40 bits behind the point. */
const TABLE = logarithmsOfCentres();
/** 2^k from k = −1024 on; scaling by them is exact, and quicker than writing an exponent's bits. */
const POWERS = Float64Array.from({ length: 2048 }, (_, index) => 2 ** (index - 1024));
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
const HIGH_WORD = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Columns of ratios and of their logarithms as the sum of two doubles. */
export type LogColumns = {
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
};

/**
 * ln(above/below) of `count` places from `from` on, into the first places of high and low.
 * Domain: above, below > 0 and finite, their ratio a normal double; outside NaN or ±∞.   Error of the sum below 2^−57 of itself + 1e-32, also
 * where the two are close: the quotient's own rounding is made good from its remainder.   Checked: fillLogs.test.ts.
 */
export function fillLogsOfRatios({ above, below, high, low }: LogColumns, from: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const a = above[from + index] as number;
    const b = below[from + index] as number;
    const quotient = a / b;
    const product = quotient * b;
    const quotientHead = SPLITTER * quotient - (SPLITTER * quotient - quotient);
    const head = SPLITTER * b - (SPLITTER * b - b);
    const quotientTail = quotient - quotientHead;
    const tail = b - head;
    const lost = quotientTail * tail - (product - quotientHead * head - quotientTail * head - quotientHead * tail);
    high[index] = quotient;
    low[index] = product > SMALL && b > SMALL && b < LARGE ? (a - product - lost) / a : 0;
  }
  fillLogs(high, low, count);
}

/**
 * ln(x·(1 + rest)) of the first `count` places, x in `high` and a rest below 2^−40 in `low`, in their places as the sum of two doubles.
 * Domain: x above 0 and finite; outside NaN or ±∞.   Error of the sum below 2^−61 of itself for a rest of 0.
 * 2^k·m with a table of ln c, c ≈ 1/m, and the series of ln(1 + r) on r = c·m − 1, whose product is exact.
 * Source: P. T. P. Tang, "Table-driven implementation of the logarithm function" (1990).   Checked: fillLogs.test.ts.
 */
export function fillLogs(high: Float64Array, low: Float64Array, count: number): void {
  const table = TABLE;
  const powers = POWERS;
  const double = DOUBLE;
  const words = WORDS;
  for (let index = 0; index < count; index += 1) {
    const x = high[index] as number;
    const rest = low[index] as number;
    double[0] = x;
    const offset = (words[HIGH_WORD] as number) - OFFSET;
    const power = offset >> 20;
    const row = ((offset >> 13) & (PIECES - 1)) * ROW;
    const mantissa = x * (powers[(1024 - power) & 2047] as number);
    const centre = table[row] as number;
    const head = Math.fround(mantissa);
    const coarse = head * centre - 1;
    const fine = (mantissa - head) * centre;
    const r = coarse + fine;
    const base = power * LN2_HIGH + (table[row + 1] as number);
    const sum = base + r;
    const rounded = sum - base;
    const left = base - (sum - rounded) + (r - rounded);
    const residue = left + (curveOf(r) + (power * LN2_LOW + (table[row + 2] as number) + (fine - (r - coarse)) + rest));
    const found = sum + residue;
    const isInside = x > SMALL && x < LARGE;
    high[index] = isInside ? found : Math.log(x);
    low[index] = isInside ? residue - (found - sum) : 0;
  }
}

/** ln(1 + r) − r for |r| ≤ 2^−7. */
function curveOf(r: number): number {
  const square = r * r;
  const first = r * (1 / 3) - 0.5;
  const second = r * (1 / 5) - 0.25;
  const third = r * (1 / 7) - 1 / 6;
  const fourth = r * (1 / 9) - 0.125;
  return square * (first + square * (second + square * (third + square * fourth)));
}

function logarithmsOfCentres(): Float64Array {
  const table = new Float64Array(ROW * PIECES);
  for (let piece = 0; piece < PIECES; piece += 1) {
    const isBelowOne = piece < PIECE_OF_ONE;
    const middle = 1 + (piece - PIECE_OF_ONE + 0.5) / (isBelowOne ? 256 : 128);
    const isAtOne = piece === PIECE_OF_ONE || piece === PIECE_OF_ONE - 1;
    const centre = isAtOne ? 1 : Math.round(CENTRES / middle) / CENTRES;
    const log = logarithm(exactly(centre));
    const high = Math.round(-log.high * TO_40_BITS) / TO_40_BITS;
    table[ROW * piece] = centre;
    table[ROW * piece + 1] = high;
    table[ROW * piece + 2] = -log.high - high - log.low;
  }
  return table;
}
