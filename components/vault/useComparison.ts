"use client";

import { useMemo } from "react";
import { type ModelFit, useFittedModels } from "@/hooks/useFittedModels";
import { usePricingWorker } from "@/hooks/usePricingWorker";
import type { FittedName } from "@/lib/pricing/fitModel";
import { blackRows, COMPARED_CONFIDENCE, type ComparisonRow } from "./comparisonRows";
import type { Market } from "./Market";
import { useQuotesToFit } from "./useFittedValuation";
import type { VaultFigures } from "./VaultFigures";

const FITTED: readonly FittedName[] = ["heston", "merton", "kou", "bates"];

/** What is the vault under every model? Black's rows at once, the fitted ones, once they are asked for, as the worker has them. */
export function useComparison(
  figures: VaultFigures,
  market: Market | undefined,
  isAsked: boolean,
): readonly ComparisonRow[] {
  const fits = useFittedModels(FITTED, useQuotesToFit(market, isAsked));
  const models = fits.flatMap(({ fitted }) => (fitted?.ok ? [fitted.model] : []));
  const { product, market: valued, volatility } = figures;
  const request =
    valued !== null && volatility?.ok && models.length > 0
      ? ({
          kind: "comparison",
          input: {
            product,
            units: 1,
            spot: valued.spot,
            timeToExpiryYears: valued.timeToExpiryYears,
            headline: volatility.headline,
            models,
            confidence: COMPARED_CONFIDENCE,
          },
        } as const)
      : undefined;
  const { answer, failure } = usePricingWorker(request);
  const black = useMemo(() => blackRows(figures), [figures]);
  const found = new Map(answer?.map(({ model, figures: of }) => [model, of]));
  const fitted = FITTED.map((choice): ComparisonRow => {
    return {
      choice,
      figures: found.get(choice) ?? null,
      fit: fits.find(({ name }) => name === choice) ?? unfitted(choice),
      failure: found.has(choice) ? undefined : failure,
    };
  });
  return [...black, ...fitted];
}

/** Not asked for yet, which reads like one under way: its row is as high as it will be. */
function unfitted(name: FittedName): ModelFit {
  return { name, fitted: undefined, failure: undefined };
}
