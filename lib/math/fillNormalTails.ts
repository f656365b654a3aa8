import { normalDensity, normalTail } from "./normal";

/** Numbers a row takes: a value and seven coefficients. */
const ROW = 8;
/** A power of two, so that an index that is cut to ten bits is always inside; 545 are used. */
const ROWS = 1024;
const PER_UNIT = 32;
/** Beyond it the tail is what it is there, 9.5e-18, or 1. */
const END = 8.5;

/**
 * Taylor's series of Q(x) = 1 − Φ(x) at each 32nd from −8.5 to 8.5, a row each: the value, then the coefficients of u, u², … u⁷ in
 * Q(centre + u), from Q⁽ⁿ⁾ = (−1)ⁿ·Heₙ₋₁·φ. What is left out is below 3e-18 at half a step.
 */
const TABLE = seriesOfCentres();

/**
 * 1 − Φ(x) of the first `count` places, in their places: from a table, in a fraction of the time of `normalTail`, for sums in which the
 * absolute error counts.
 * Domain: all reals; NaN → NaN.   Error below 2.3e-16, and up to 8 also below 2e-12 of itself.   Checked: fillNormalTails.test.ts.
 */
export function fillNormalTails(x: Float64Array, count: number): void {
  const table = TABLE;
  for (let index = 0; index < count; index += 1) {
    const at = x[index] as number;
    const inside = Math.min(Math.max(at, -END), END);
    const number = (inside * PER_UNIT + (END * PER_UNIT + 0.5)) | 0;
    const u = inside - (number * (1 / PER_UNIT) - END);
    const row = (number & (ROWS - 1)) * ROW;
    const square = u * u;
    const first = (table[row] as number) + (table[row + 1] as number) * u;
    const second = (table[row + 2] as number) + (table[row + 3] as number) * u;
    const third = (table[row + 4] as number) + (table[row + 5] as number) * u;
    const fourth = (table[row + 6] as number) + (table[row + 7] as number) * u;
    x[index] = first + square * (second + square * (third + square * fourth));
  }
}

function seriesOfCentres(): Float64Array {
  const table = new Float64Array(ROW * ROWS);
  for (let number = 0; number <= 2 * END * PER_UNIT; number += 1) {
    const centre = number / PER_UNIT - END;
    table[ROW * number] = normalTail(centre);
    let [before, hermite, factor] = [0, 1, -normalDensity(centre)];
    for (let n = 1; n < ROW; n += 1) {
      table[ROW * number + n] = factor * hermite;
      [before, hermite] = [hermite, centre * hermite - (n - 1) * before];
      factor /= -(n + 1);
    }
  }
  return table;
}
