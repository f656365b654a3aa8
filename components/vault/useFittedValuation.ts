"use client";

import { useMemo } from "react";
import { type ModelFit, type QuotesToFit, useFittedModels } from "@/hooks/useFittedModels";
import { usePricingWorker } from "@/hooks/usePricingWorker";
import type { FittedName } from "@/lib/pricing/fitModel";
import type { PricingModel } from "@/lib/pricing/PricingModel";
import { calibrationQuotes } from "./calibrationQuotes";
import { failureWords } from "./fitWords";
import type { Market } from "./Market";
import type { Valuation } from "./Valuation";
import type { PricedFigures } from "./VaultFigures";
import { lawRequest, valuationOf } from "./workerValuation";

/** The options under a fitted model. */
export type FittedValuation = {
  /** Null while it is under way, and when it failed. */
  readonly ready: {
    readonly valuation: Valuation;
    readonly model: PricingModel;
    /** The thread that computed it. */
    readonly ranOn: NonNullable<ReturnType<typeof usePricingWorker>["ranOn"]>;
  } | null;
  readonly fit: ModelFit | undefined;
  readonly failure: string | undefined;
};

/** What are the options worth under this model, fitted to the market's quotes? Nothing is asked without a name. */
export function useFittedValuation(
  figures: PricedFigures,
  market: Market | undefined,
  name: FittedName | undefined,
): FittedValuation {
  const isAsked = name !== undefined;
  const toFit = useQuotesToFit(market, isAsked);
  const [fit] = useFittedModels(name === undefined ? [] : [name], toFit);
  const model = fit?.fitted?.ok ? fit.fitted.model : undefined;
  const request = useMemo(() => model && lawRequest(figures, model), [figures, model]);
  const { answer, isPending, failure, ranOn } = usePricingWorker(request);
  const ready = useMemo(() => {
    if (request === undefined || model === undefined || answer === undefined || isPending || ranOn === undefined)
      return null;
    return { valuation: valuationOf(request, answer), model, ranOn };
  }, [request, model, answer, isPending, ranOn]);
  return { ready, fit, failure: isAsked ? failureWords(name, fit, failure) : undefined };
}

/** The market's quotes as models are fitted to them; undefined while they are on their way. */
export function useQuotesToFit(market: Market | undefined, isAsked: boolean): QuotesToFit | undefined {
  return useMemo(() => {
    if (!isAsked || !market?.ok || market.view.quotes.length === 0) return undefined;
    const { currency, asOf } = market.view;
    return { key: `${currency} ${asOf}`, quotes: calibrationQuotes(market.view) };
  }, [market, isAsked]);
}
