"use client";

import { useMemo } from "react";
import type { SmileShape } from "@/components/charts/SmileShape";
import { useFittedModels } from "@/hooks/useFittedModels";
import { usePricingWorker } from "@/hooks/usePricingWorker";
import type { ModelName } from "@/lib/pricing/PricingModel";
import type { MarketView } from "./Market";
import type { MarketExpiry } from "./marketExpiries";
import { fittedName, modelName } from "./modelChoice";
import { modelSmile, smileRequest } from "./modelSmile";
import { useQuotesToFit } from "./useFittedValuation";

export type ModelSmileInput = {
  readonly view: MarketView;
  readonly of: MarketExpiry | undefined;
  /** The model that the reader chose; its smile is not drawn where it is the market's own. */
  readonly wanted: ModelName | undefined;
  /** Black's one volatility. */
  readonly headline: number | null;
};

/** What smile does the chosen model have at an expiry? Null for the market's own, and until the worker has answered. */
export function useModelSmile({ view, of, wanted, headline }: ModelSmileInput): SmileShape["model"] {
  const name = fittedName(wanted ?? null);
  const market = useMemo(() => ({ ok: true, view }) as const, [view]);
  const [fit] = useFittedModels(name === undefined ? [] : [name], useQuotesToFit(market, name !== undefined));
  const model = fit?.fitted?.ok ? fit.fitted.model : undefined;
  const request = useMemo(() => model && of && smileRequest(of, model), [model, of]);
  const { answer, isPending } = usePricingWorker(request);
  return useMemo(() => {
    if (wanted === "black" && headline !== null) return { name: modelName(wanted), curve: () => headline };
    if (!request || !answer || isPending) return null;
    return { name: modelName(request.input.market.model.name), curve: modelSmile(request, answer.legs.price) };
  }, [wanted, headline, request, answer, isPending]);
}
