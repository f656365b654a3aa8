import { invariant } from "@/lib/errors/invariant";
import { type TailMean, type TailScenarios, tailMean, tailScenarios } from "./tailScenarios";

/** The ES of a portfolio and what it has through each of its parts. */
export type ShortfallContributions = {
  readonly expectedShortfall: TailMean;
  /** In the order of the columns. They add up to the ES; below 0 where a part makes it smaller. */
  readonly parts: readonly TailMean[];
  /** For columns that are no part of the sum, such as one more unit of a vault: {@link tailMean} over it is the derivative of the ES. */
  readonly tail: TailScenarios;
};

/**
 * Euler's contributions to the expected shortfall from the changes in value of each part in the same scenarios, gains above 0: E[Lᵢ | the
 * worst share of ΣL]. They add up to the ES but for rounding. Null outside of 0 < confidence < 1 and without scenarios.
 */
export function shortfallContributions(
  columns: readonly Float64Array[],
  confidence: number,
): ShortfallContributions | null {
  const total = summedColumns(columns);
  const tail = tailScenarios(total, confidence);
  if (tail === null) return null;
  return { expectedShortfall: tailMean(tail, total), parts: columns.map((column) => tailMean(tail, column)), tail };
}

/** The columns' sum, scenario by scenario. */
export function summedColumns(columns: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(columns[0]?.length ?? 0);
  for (const column of columns) {
    invariant(column.length === total.length, "every part is valued in every scenario");
    for (let index = 0; index < total.length; index += 1)
      total[index] = (total[index] as number) + (column[index] as number);
  }
  return total;
}
