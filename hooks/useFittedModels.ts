"use client";

import { useQueries } from "@tanstack/react-query";
import type { FittedModel, FittedName } from "@/lib/pricing/fitModel";
import { type ModelToFit, pricingQueries } from "@/lib/queries/pricingQueries";

/** The quotes of one market at one time. */
export type QuotesToFit = Omit<ModelToFit, "name">;

/** A model under way, fitted, or failed. */
export type ModelFit = {
  readonly name: FittedName;
  /** The last answer of this model, kept while a newer market is fitted. */
  readonly fitted: FittedModel | undefined;
  /** What went wrong outside of the fit itself. */
  readonly failure: string | undefined;
};

/** How do these models look when they are fitted to these quotes? Fitted in the pricing worker, once for a page; without quotes nothing is asked. */
export function useFittedModels(names: readonly FittedName[], toFit: QuotesToFit | undefined): readonly ModelFit[] {
  return useQueries({
    queries: (toFit ? names : []).map((name) => ({
      ...pricingQueries.fit({ name, key: toFit?.key ?? "", quotes: toFit?.quotes ?? [] }),
      placeholderData: (before: FittedModel | undefined) => (isOf(before, name) ? before : undefined),
    })),
    combine: (results) =>
      results.map(({ data, error }, index): ModelFit => {
        return { name: names[index] ?? "heston", fitted: data, failure: error?.message };
      }),
  });
}

function isOf(fitted: FittedModel | undefined, name: FittedName): boolean {
  return fitted?.ok === true && fitted.model.name === name;
}
