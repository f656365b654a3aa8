import { orderStatistic } from "@/lib/math/orderStatistic";
import { NO_TAIL_RISK, type TailRisk } from "./TailRisk";

/** Figures of a sample with what its size leaves unsure: one standard error of each. */
export type SampleTailRisk = TailRisk & { readonly valueAtRiskError: number; readonly expectedShortfallError: number };

/** A count this close below a whole number is that number: 0.95 is no double, and 5 of 100 would be 4.999…. */
const COUNT_SLACK = 1e-9;

/**
 * VaR (lower quantile) and ES of equally likely changes in value, gains above 0; the last scenario of the tail counts in part, so that the tail's
 * share is exactly 1 − α. By selection, not by sorting; `changes` stays as it is.
 *
 * Standard errors: of VaR half the distance between the order statistics one binomial standard deviation of rank away on either side; of ES the
 * deviation of max(L − VaR, 0)/(1 − α) over √n, which counts that VaR is itself an estimate.
 * Domain: 0 < confidence < 1 and at least one change, none NaN; otherwise NaN.
 * Source: C. Acerbi and D. Tasche, "On the coherence of expected shortfall" (2002).   Checked: vectors/varEs.json (empirical).
 */
export function sampleTailRisk(changes: Float64Array, confidence: number): SampleTailRisk {
  const tail = tailSize(changes.length, confidence);
  if (tail === null) return { ...NO_TAIL_RISK, valueAtRiskError: Number.NaN, expectedShortfallError: Number.NaN };
  const work = changes.slice();
  const { lowest, highest } = rankBand(changes.length, tail);
  // The farthest rank first: the others then lie in what is left of it.
  const upper = orderStatistic(work, highest);
  const { valueAtRisk, expectedShortfall, squares } = selectedTail(work, tail, highest + 1);
  const lower = orderStatistic(work, lowest, { to: tail.whole + 1 });
  const mean = ((expectedShortfall - valueAtRisk) * tail.size) / changes.length;
  const variance = Math.max(0, squares / changes.length - mean * mean);
  return {
    valueAtRisk,
    expectedShortfall,
    valueAtRiskError: (upper - lower) / 2,
    expectedShortfallError: (Math.sqrt(variance / changes.length) * changes.length) / tail.size,
  };
}

/** ES alone, as {@link sampleTailRisk} has it. `work` is reordered. */
export function expectedShortfallOf(work: Float64Array, confidence: number): number {
  const tail = tailSize(work.length, confidence);
  return tail === null ? Number.NaN : selectedTail(work, tail).expectedShortfall;
}

/** How many scenarios the tail has, and how many of them it has whole; the VaR stands at the rank `whole`, worst first. */
export type TailSize = { readonly size: number; readonly whole: number };

/** The tail of so many equally likely scenarios; null where there is none. */
export function tailSize(count: number, confidence: number): TailSize | null {
  const size = count * (1 - confidence);
  if (!(count > 0 && confidence > 0 && confidence < 1)) return null;
  return { size, whole: Math.min(count - 1, Math.floor(size + COUNT_SLACK)) };
}

/** Ranks one binomial standard deviation, at least one place, to either side of the VaR's. */
export function rankBand(
  count: number,
  { size, whole }: TailSize,
): { readonly lowest: number; readonly highest: number } {
  const spread = Math.max(1, Math.round(Math.sqrt(size * (1 - size / count))));
  return { lowest: Math.max(0, whole - spread), highest: Math.min(count - 1, whole + spread) };
}

function selectedTail(
  work: Float64Array,
  { size, whole }: TailSize,
  to = work.length,
): TailRisk & { readonly squares: number } {
  const edge = orderStatistic(work, whole, { to });
  let beyond = 0;
  let squares = 0;
  for (let index = 0; index < whole; index += 1) {
    const excess = edge - (work[index] as number);
    beyond += excess;
    squares += excess * excess;
  }
  // The part of the last scenario adds nothing to the excess over itself.
  return { valueAtRisk: 0 - edge, expectedShortfall: beyond / size - edge, squares };
}
