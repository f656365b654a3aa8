import { normalDensity, normalTail } from "./normal";

/** Numbers a row takes: the coefficients of a polynomial of degree five. */
const ROW = 6;
/** A power of two, so that an index that is cut to eleven bits is always inside; 1,089 are used. */
const ROWS = 2048;
/** Rows per unit of x, and what {@link fillNormalTails} wants its arguments multiplied by. */
export const TAIL_STEPS = 64;
/** Adding it rounds to an integer: 1.5 · 2^52. */
const ROUNDER = 6755399441055744;
/** Beyond ±8.5 the tail is 0 or 1. */
const END = 8.5 * TAIL_STEPS;

/**
 * Q(x) = 1 − Φ(x) around each 64th from −8.5 to 8.5 as a polynomial in 64·(x − centre): Taylor's from Q⁽ⁿ⁾ = (−1)ⁿ·Heₙ₋₁·φ, whose sixth power is
 * replaced by Chebyshev's nearest of lower powers, which leaves out 2.4e-17 at most.
 */
const TABLE = tableOfTails();

/**
 * 1 − Φ(x) of the first `count` places, {@link TAIL_STEPS}·x in their places before: from a table, in a fraction of the time of `normalTail`,
 * for sums in which the absolute error counts.
 * Domain: all reals; NaN → NaN; beyond ±8.5 exactly 0 or 1.   Absolute error below 3e-16.   Checked: fillNormalTails.test.ts.
 */
export function fillNormalTails(steps: Float64Array, count: number): void {
  const table = TABLE;
  for (let index = 0; index < count; index += 1) {
    const at = steps[index] as number;
    if (!(Math.abs(at) < END)) {
      steps[index] = at > 0 ? 0 : at < 0 ? 1 : Number.NaN;
      continue;
    }
    const nearest = at + ROUNDER - ROUNDER;
    const u = at - nearest;
    const row = (((nearest | 0) + END) & (ROWS - 1)) * ROW;
    const square = u * u;
    const first = (table[row] as number) + (table[row + 1] as number) * u;
    const second = (table[row + 2] as number) + (table[row + 3] as number) * u;
    const third = (table[row + 4] as number) + (table[row + 5] as number) * u;
    steps[index] = first + square * (second + square * third);
  }
}

function tableOfTails(): Float64Array {
  const table = new Float64Array(ROW * ROWS);
  for (let number = 0; number <= 2 * END; number += 1) {
    const centre = (number - END) / TAIL_STEPS;
    const [c0, c1, c2, c3, c4, c5, c6] = taylor(centre);
    // On |u| ≤ ½: u⁶ ≈ (24·u⁴ − 9/4·u² + 1/32)/64, off by 1/2048.
    table.set([c0 + c6 / 2048, c1, c2 - (9 / 256) * c6, c3, c4 + (3 / 8) * c6, c5], ROW * number);
  }
  return table;
}

type Taylor = [c0: number, c1: number, c2: number, c3: number, c4: number, c5: number, c6: number];

/** Coefficients of Q(x + u/{@link TAIL_STEPS}) in u. */
function taylor(x: number): Taylor {
  const coefficients: Taylor = [normalTail(x), 0, 0, 0, 0, 0, 0];
  let [before, hermite, factor] = [0, 1, -normalDensity(x) / TAIL_STEPS];
  for (let n = 1; n < coefficients.length; n += 1) {
    coefficients[n] = factor * hermite;
    [before, hermite] = [hermite, x * hermite - (n - 1) * before];
    factor /= -(n + 1) * TAIL_STEPS;
  }
  return coefficients;
}
