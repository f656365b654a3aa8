import type { PriceHistory } from "@/lib/vault/PriceHistory";

/** Daily logarithmic returns of several coins, of the same days: one column a coin, oldest first. */
export type JointReturns = { readonly coins: readonly string[]; readonly columns: readonly Float64Array[] };

/** Returns of the days on which every coin has a close and had one the day before. A coin without a history leaves none, nor do no coins. */
export function jointReturns(histories: readonly PriceHistory[], coins: readonly string[]): JointReturns {
  const chosen = coins.map((coin) => histories.find((history) => history.coin === coin));
  if (chosen.length === 0) return { coins, columns: [] };
  const length = Math.min(...chosen.map((history) => history?.closes.length ?? 0));
  const rows: number[][] = [];
  for (let day = 1; day < length; day += 1) {
    const row = chosen.map((history) =>
      Math.log((history?.closes[day] ?? Number.NaN) / (history?.closes[day - 1] ?? Number.NaN)),
    );
    if (row.every(Number.isFinite)) rows.push(row);
  }
  return { coins, columns: coins.map((_, coin) => Float64Array.from(rows, (row) => row[coin] ?? Number.NaN)) };
}

/**
 * Correlations of the columns, as a square matrix in their order; 1 on its diagonal. NaN where a column does not move, or with fewer than
 * two days.
 */
export function correlationMatrix({ columns }: Pick<JointReturns, "columns">): readonly (readonly number[])[] {
  const centred = columns.map(lessMean);
  const sizes = centred.map((column) => Math.sqrt(dot(column, column)));
  return centred.map((a, row) =>
    centred.map((b, column) => (row === column ? 1 : dot(a, b) / ((sizes[row] ?? 0) * (sizes[column] ?? 0)))),
  );
}

/** Standard deviation of a column of daily returns, annualised over 365 days. */
export function annualVolatility(column: Float64Array): number {
  const centred = lessMean(column);
  return Math.sqrt((dot(centred, centred) / (column.length - 1)) * 365);
}

function lessMean(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  return column.map((value) => value - mean);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);
}
