import { expOfSum } from "@/lib/math/expOfSum";
import { portableLog } from "@/lib/math/portableFunctions";

/** Cells of the table, which reaches to a deviation of {@link LARGEST_DEVIATION}. */
const CELLS = 256;
/** A volatility of 100 % a day: no path's is larger. */
export const LARGEST_DEVIATION = 1;

/**
 * ln of the mean of e^(s·z) over a sample z, as a table for s in [0, 1]: value and slope, times the cell's width, at each grid point.
 * What it is subtracted from makes the mean price exactly 1 when days are drawn from the sample.
 */
export function sampleCumulants(sample: Float64Array): Float64Array {
  const table = new Float64Array(2 * (CELLS + 1));
  for (let point = 0; point <= CELLS; point += 1) {
    const s = (LARGEST_DEVIATION * point) / CELLS;
    let sum = 0;
    let moment = 0;
    for (const z of sample) {
      const weight = expOfSum(s * z, 0);
      sum += weight;
      moment += weight * z;
    }
    table[2 * point] = portableLog(sum / sample.length);
    table[2 * point + 1] = (moment / sum) * (LARGEST_DEVIATION / CELLS);
  }
  return table;
}

/** The table's value at s in [0, 1], by cubics of Hermite. Error below 1e-8 for residuals up to 15 deviations. */
export function cumulantAt(table: Float64Array, s: number): number {
  const place = (s / LARGEST_DEVIATION) * CELLS;
  const cell = Math.min(Math.floor(place), CELLS - 1);
  const x = place - cell;
  const from = table[2 * cell] as number;
  const fromSlope = table[2 * cell + 1] as number;
  const rise = (table[2 * cell + 2] as number) - from;
  const bend = (table[2 * cell + 3] as number) + fromSlope - 2 * rise;
  return from + x * (fromSlope + x * (rise - fromSlope - bend + x * bend));
}
