import { exactly, minus, times } from "./doubleDouble";
import { MILLS_CENTRES } from "./millsCentres";

/** Numbers a row takes, of which twelve are used: a power of two, so that an index that is cut to seven bits is always inside. */
const ROW = 16;
const ROWS = 128;
const PER_UNIT = 8;
const LAST_POWER = 10;

/**
 * Taylor's series of Mills' ratio R(w) = (1 − Φ(w))/φ(w) at the eighths from −1 to 8, a row each: the value, what the double leaves of it, then
 * the coefficients of u, u², … u¹⁰ in R(centre + u).
 * With Y⁽ⁿ⁾ = (−1)ⁿ·R⁽ⁿ⁾ they follow from Y′ = 1 − w·R and Y⁽ⁿ⁺¹⁾ = −w·Y⁽ⁿ⁾ + n·Y⁽ⁿ⁻¹⁾; what is left out is below 5e-17·R at half a step.
 */
export const MILLS_TABLE = seriesOfCentres();
/** Half a step beyond the last centre, where the table ends. Chooses the path. */
export const MILLS_TABLE_END = 8.0625;

/** The centre nearest to w, by number. Domain: −1.0625 ≤ w < 8.0625. */
export function centreNumber(w: number): number {
  return (w * PER_UNIT + (PER_UNIT + 0.5)) & (ROWS - 1);
}

/** Where that is. */
export function centreAt(number: number): number {
  return number * (1 / PER_UNIT) - 1;
}

/** R at it. */
export function centreValue(table: Float64Array, number: number): number {
  return table[number * ROW] as number;
}

/** R(centre + u) less {@link centreValue}. The table is an argument, so that a loop fetches it once. */
export function besideCentre(table: Float64Array, number: number, u: number): number {
  const row = number * ROW;
  const square = u * u;
  const fourth = square * square;
  const low = (table[row + 2] as number) + (table[row + 3] as number) * u;
  const middle = (table[row + 4] as number) + (table[row + 5] as number) * u;
  const upper = (table[row + 6] as number) + (table[row + 7] as number) * u;
  const high = (table[row + 8] as number) + (table[row + 9] as number) * u;
  const last = (table[row + 10] as number) + (table[row + 11] as number) * u;
  return (table[row + 1] as number) + u * (low + square * middle + fourth * (upper + square * high + fourth * last));
}

/**
 * −R′(centre + u) = 1 − w·R from what {@link besideCentre} gave: the centre's own, exact, less u·R(centre) + w·(what lies beside it),
 * so that nothing cancels.
 */
export function slopeBeside(number: number, u: number, beside: number): number {
  const row = number * ROW;
  const rest = beside - (MILLS_TABLE[row + 1] as number);
  return 0 - (MILLS_TABLE[row + 2] as number) - (u * (MILLS_TABLE[row] as number) + (centreAt(number) + u) * rest);
}

function seriesOfCentres(): Float64Array {
  const table = new Float64Array(ROW * ROWS);
  MILLS_CENTRES.forEach(([high, low], index) => {
    const w = index / PER_UNIT - 1;
    const start = ROW * index;
    table[start] = high;
    table[start + 1] = low;
    let [before, derivative] = [high, minus(exactly(1), times({ high, low }, exactly(w))).high];
    let factorial = 1;
    for (let power = 1; power <= LAST_POWER; power += 1) {
      factorial *= -power;
      table[start + 1 + power] = derivative / factorial;
      [before, derivative] = [derivative, power * before - w * derivative];
    }
  });
  return table;
}
