"use client";

import { useQueries } from "@tanstack/react-query";
import type { VolatilityQuote } from "@/lib/pricing/Calibration";
import type { FittedModel, FittedName } from "@/lib/pricing/fitModel";
import { pagePricingClient } from "@/lib/workers/pagePricingClient";

/** The quotes of one market at one time; `key` tells them from those of any other. */
export type QuotesToFit = { readonly key: string; readonly quotes: readonly VolatilityQuote[] };

/** A model under way, fitted, or failed. */
export type ModelFit = {
  readonly name: FittedName;
  /** The last answer of this model, kept while a newer market is fitted. */
  readonly fitted: FittedModel | undefined;
  /** What went wrong outside of the fit itself. */
  readonly failure: string | undefined;
};

/** An answer is worth keeping for as long as the reader may come back to its model. */
const KEPT_MILLISECONDS = 300_000;

/** How do these models look when they are fitted to these quotes? Fitted in the pricing worker, once for a page; without quotes nothing is asked. */
export function useFittedModels(names: readonly FittedName[], toFit: QuotesToFit | undefined): readonly ModelFit[] {
  return useQueries({
    queries: (toFit ? names : []).map((name) => ({
      queryKey: ["fit", { name, key: toFit?.key }] as const,
      queryFn: async (): Promise<FittedModel> => {
        const reply = await (await pagePricingClient()).request("fit", { name, quotes: toFit?.quotes ?? [] });
        if (reply.ok) return reply.output;
        throw new Error(reply.reason === "failed" ? reply.message : reply.reason);
      },
      // The same quotes have the same fit.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: KEPT_MILLISECONDS,
      retry: false,
      networkMode: "always" as const,
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
