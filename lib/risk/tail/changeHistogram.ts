import { orderStatistic } from "@/lib/math/orderStatistic";

/** Bins of one width between `from` and `to`. */
export type HistogramInput = { readonly from: number; readonly to: number; readonly bins: number };

/** How many changes fall into each bin; a bin has its lower end, the last one both. What lies outside is counted, not drawn into the ends. */
export type ChangeHistogram = {
  /** One more than there are bins, ascending. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly below: number;
  readonly above: number;
};

/** Counts of changes in value for a screen. Domain: from < to, at least one bin; a NaN among the changes is counted nowhere. */
export function changeHistogram(changes: Float64Array, { from, to, bins }: HistogramInput): ChangeHistogram {
  const counts = new Array<number>(bins).fill(0);
  const edges = Array.from({ length: bins + 1 }, (_, index) => from + ((to - from) * index) / bins);
  let [below, above] = [0, 0];
  for (const change of changes) {
    if (change < from) below += 1;
    else if (change > to) above += 1;
    else if (change >= from) {
      const bin = binOf(change, edges);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { edges, counts, below, above };
}

/** The range that leaves a share of the changes out on either side: 0.001 leaves the least and the largest thousandth. */
export function centralRange(changes: Float64Array, share: number): { readonly from: number; readonly to: number } {
  const work = changes.slice();
  const out = Math.floor(changes.length * share);
  const from = orderStatistic(work, out);
  return { from, to: orderStatistic(work, changes.length - 1 - out, { from: out }) };
}

/** By the width, set right by the edges themselves, because a rounded quotient may point one too far. */
function binOf(change: number, edges: readonly number[]): number {
  const bins = edges.length - 1;
  const [first = 0, last = 0] = [edges[0], edges[bins]];
  let bin = Math.min(bins - 1, Math.floor(((change - first) / (last - first)) * bins));
  while (bin > 0 && change < (edges[bin] ?? 0)) bin -= 1;
  while (bin < bins - 1 && change >= (edges[bin + 1] ?? 0)) bin += 1;
  return bin;
}
