import { type DoubleDouble, exactly, squareRoot, times } from "./doubleDouble";

const PIECES = 128;
/** 128 / ln 2: chooses the table's entry, not the result. */
const PIECES_PER_UNIT = 184.6649652337873;
/** Adding it rounds to an integer: 1.5 · 2^52. */
const ROUNDER = 6755399441055744;
/** ln 2 / 128 in two parts; the first has 34 bits, so that its multiples up to 2^18 are exact. */
const PIECE_HIGH = 0.005415212347998022;
const PIECE_LOW = 1.2655086083325438e-13;
/** Beyond these the result is 0 or infinite. Choose the path. */
const LOWEST = -745.2;
const HIGHEST = 709.8;
const LOWEST_POWER = -1080;

/** 2^(j/128), and what the double leaves of it relative to it. */
const ROOTS = rootsOfTwo();
/** 2^k from k = −1080 on. */
const POWERS = Float64Array.from({ length: 1024 - LOWEST_POWER + 1 }, (_, index) => 2 ** (index + LOWEST_POWER));

/**
 * e^(high + low), where `low` is what a double left of the exponent.
 * Domain: all reals, |low| ≤ 1e-3; NaN → NaN; ±∞ → ∞, 0.   Relative error below 0.52 ulp; below 2.3e-308 one subnormal spacing.
 * A table of 2^(j/128) and five terms of the series on what remains: the same digits in every JavaScript engine, which
 * Math.exp does not promise, at half its time.
 * Source: P. T. P. Tang, "Table-driven implementation of the exponential function" (1989).   Checked: expOfSum.test.ts.
 */
export function expOfSum(high: number, low: number): number {
  if (high > HIGHEST) return Number.POSITIVE_INFINITY;
  if (high < LOWEST) return 0;
  const pieces = high * PIECES_PER_UNIT + ROUNDER - ROUNDER;
  const rest = high - pieces * PIECE_HIGH - pieces * PIECE_LOW + low;
  const square = rest * rest;
  const excess = rest + square * (0.5 + rest * (1 / 6) + square * (1 / 24 + rest * (1 / 120)));
  const index = pieces | 0;
  const entry = 2 * (index & (PIECES - 1));
  const root = ROOTS[entry] as number;
  const power = POWERS[(index >> 7) - LOWEST_POWER] as number;
  return (root + root * ((ROOTS[entry + 1] as number) + excess)) * power;
}

function rootsOfTwo(): Float64Array {
  let step: DoubleDouble = exactly(2);
  for (let halving = 1; halving < PIECES; halving *= 2) step = squareRoot(step);
  const roots = new Float64Array(2 * PIECES);
  let power = exactly(1);
  for (let index = 0; index < PIECES; index += 1) {
    roots[2 * index] = power.high;
    roots[2 * index + 1] = power.low / power.high;
    power = times(power, step);
  }
  return roots;
}
