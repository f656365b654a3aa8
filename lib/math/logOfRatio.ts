import { exactly, logarithm } from "./doubleDouble";

const PIECES = 128;
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
const SMALL = 2 ** -900;
const LARGE = 2 ** 900;
const SCALE = 2 ** 600;

/** For each piece of mantissas m: c ≈ 1/m of 9 bits, then −ln c in two parts, the first with 40 bits behind the point. */
const TABLE = logarithmsOfCentres();
const PARTS = new Float64Array(2);
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
/** 2^k from k = −1000 on; scaling by them is exact, and quicker than writing the exponent's bits. */
const MOST_POWER = 1000;
const POWERS = Float64Array.from({ length: 2 * MOST_POWER + 1 }, (_, index) => 2 ** (index - MOST_POWER));
const HIGH_WORD = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * ln(a/b) in two parts: parts[0] is the double, parts[1] what it leaves.
 * Domain: a, b > 0 and finite; outside NaN.   Error of the sum below 2^−57 of itself + 1e-32, also where a and b are close.
 * The quotient's own rounding is made good from its remainder; then 2^k·m with a table of ln c, c ≈ 1/m, and the series
 * of ln(1 + r) on r = c·m − 1, whose product is exact.
 * Source: P. T. P. Tang, "Table-driven implementation of the logarithm function" (1990).   Checked: logOfRatio.test.ts.
 */
export function logOfRatio(a: number, b: number, parts: Float64Array): void {
  const isExtreme = b < SMALL || b > LARGE;
  const scale = isExtreme ? (b < SMALL ? SCALE : 1 / SCALE) : 1;
  const above = a * scale;
  const below = b * scale;
  const quotient = above / below;
  if (!(quotient > SMALL && quotient < LARGE)) {
    parts[0] = a > 0 && b > 0 && a < Number.POSITIVE_INFINITY ? Math.log(a) - Math.log(b) : Number.NaN;
    parts[1] = 0;
    return;
  }
  const product = quotient * below;
  const quotientHead = SPLITTER * quotient - (SPLITTER * quotient - quotient);
  const belowHead = SPLITTER * below - (SPLITTER * below - below);
  const quotientTail = quotient - quotientHead;
  const belowTail = below - belowHead;
  const lost =
    quotientTail * belowTail -
    (product - quotientHead * belowHead - quotientTail * belowHead - quotientHead * belowTail);
  logOf(quotient, (above - product - lost) / above, parts);
}

/** Columns of ln(above/below) in two parts, as {@link logOfRatio} gives them. */
export type LogColumns = {
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
};

/** Columns without values. */
export function logColumns(places: number): LogColumns {
  const column = () => new Float64Array(places);
  return { above: column(), below: column(), high: column(), low: column() };
}

/** Fills `high` and `low` of the first `count` places. */
export function fillLogsOfRatios({ above, below, high, low }: LogColumns, count: number): void {
  for (let index = 0; index < count; index += 1) {
    logOfRatio(above[index] as number, below[index] as number, PARTS);
    high[index] = PARTS[0] as number;
    low[index] = PARTS[1] as number;
  }
}

/** ln(x·(1 + rest)) for 2^−900 < x < 2^900 and a rest below a rounding; in two parts, as {@link logOfRatio}. */
export function logOf(x: number, rest: number, parts: Float64Array): void {
  DOUBLE[0] = x;
  const word = WORDS[HIGH_WORD] as number;
  const offset = word - OFFSET;
  const power = offset >> 20;
  const mantissa = x * (POWERS[MOST_POWER - power] as number);
  const entry = 3 * ((offset >> 13) & (PIECES - 1));
  const centre = TABLE[entry] as number;
  const head = SPLITTER * mantissa - (SPLITTER * mantissa - mantissa);
  const coarse = head * centre - 1;
  const fine = (mantissa - head) * centre;
  const r = coarse + fine;
  const square = r * r;
  const curve =
    square *
    (-0.5 +
      r * (1 / 3) +
      square * (r * (1 / 5) - 0.25 + square * (r * (1 / 7) - 1 / 6 + square * (r * (1 / 9) - 0.125))));
  const base = power * LN2_HIGH + (TABLE[entry + 1] as number);
  const sum = base + r;
  const rounded = sum - base;
  const left = base - (sum - rounded) + (r - rounded);
  const rLow = fine - (r - coarse);
  const low = left + (curve + (power * LN2_LOW + (TABLE[entry + 2] as number) + rLow + rest));
  const high = sum + low;
  parts[0] = high;
  parts[1] = low - (high - sum);
}

function logarithmsOfCentres(): Float64Array {
  const table = new Float64Array(3 * PIECES);
  for (let piece = 0; piece < PIECES; piece += 1) {
    const isBelowOne = piece < PIECE_OF_ONE;
    const middle = 1 + (piece - PIECE_OF_ONE + 0.5) / (isBelowOne ? 256 : 128);
    const isAtOne = piece === PIECE_OF_ONE || piece === PIECE_OF_ONE - 1;
    const centre = isAtOne ? 1 : Math.round(CENTRES / middle) / CENTRES;
    const log = logarithm(exactly(centre));
    const high = Math.round(-log.high * TO_40_BITS) / TO_40_BITS;
    table[3 * piece] = centre;
    table[3 * piece + 1] = high;
    table[3 * piece + 2] = -log.high - high - log.low;
  }
  return table;
}
