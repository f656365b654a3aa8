import { type TailMean, tailMean, tailScenarios } from "../tail/tailScenarios";
import type { UnitChanges } from "./bookWithUnits";

/**
 * What one more dollar of each vault adds to the expected shortfall, below 0 where it makes it smaller, with its standard error: the derivative at the
 * portfolio as it is, so for small amounts alone. In the order of the units; empty outside of 0 < confidence < 1 and without scenarios.
 */
export function marginalShortfalls({ own, perDollar }: UnitChanges, confidence: number): readonly TailMean[] {
  const tail = tailScenarios(own, confidence);
  return tail === null ? [] : perDollar.map((column) => tailMean(tail, column));
}
