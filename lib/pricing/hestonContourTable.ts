import type { HestonConstants } from "./hestonConstants";
import { type Bend, contourNode } from "./hestonContourNodes";

/** Nodes of one bend of the contour, a row each: the columns below, in this order. */
export type ContourTable = {
  readonly rows: Float64Array;
  readonly count: number;
};

/** Columns: Re and Im of s, of q, of the exponent; ln|ds/dy|; then Re and Im of the five factors. */
export const TABLE_WIDTH = 17;
/** ln of what no longer counts beside 1, and where y ends in any case: e^(−y) bounds the rest. */
export const NEGLIGIBLE = -44;
const LAST_Y = 46;

export type TableRange = {
  readonly start: number;
  readonly spacing: number;
  /** The log-moneynesses between which the contour is used: its nodes end where none of them is left anything that counts. */
  readonly lowest: number;
  readonly highest: number;
};

/** The nodes at `start`, `start + spacing`, …; the one at y = 0, the middle of the contour, has half its weight. */
export function contourTable(c: HestonConstants, range: TableRange, bend: Bend): ContourTable {
  const { start, spacing, lowest, highest } = range;
  const rows = new Float64Array(TABLE_WIDTH * Math.ceil((LAST_Y - start) / spacing));
  const slowest = bend > 0 ? highest : lowest;
  let count = 0;
  for (let beyond = 0; count * TABLE_WIDTH < rows.length && beyond < 2; count += 1) {
    const y = start + count * spacing;
    const { s, q, exponent, factors } = contourNode(c, y, bend);
    const logSpeed = Math.log(Math.hypot(factors[2].re, factors[2].im));
    const share = y === 0 ? 0.5 : 1;
    const row = [s.re, s.im, q.re, q.im, exponent.re, exponent.im, logSpeed];
    for (const factor of factors) row.push(share * factor.re, share * factor.im);
    rows.set(row, count * TABLE_WIDTH);
    beyond = exponent.re + s.re * slowest + logSpeed > NEGLIGIBLE ? 0 : beyond + 1;
  }
  return { rows, count };
}

/** How far along the contour the integrand at one log-moneyness still counts, in nodes: beyond its core it only oscillates, ever faster. */
export function reach({ rows, count }: ContourTable, x: number): number {
  for (let index = count - 1; index >= 0; index -= 1) {
    const at = index * TABLE_WIDTH;
    const size = (rows[at + 4] as number) + x * (rows[at] as number) + (rows[at + 6] as number);
    if (!(size < NEGLIGIBLE)) return index;
  }
  return 0;
}
