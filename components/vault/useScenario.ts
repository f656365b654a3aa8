"use client";

import { useMemo, useState } from "react";
import { usePricingHere } from "@/hooks/usePricingHere";
import { usePricingWorker } from "@/hooks/usePricingWorker";
import { blackScenario } from "./blackValuation";
import { blackMarket } from "./modelChoice";
import type { Scenario } from "./Scenario";
import type { Pricing } from "./usePricing";
import type { ScenarioValuation } from "./Valuation";
import type { PricedFigures } from "./VaultFigures";
import { scenarioOf, scenarioRequest } from "./workerValuation";

/** A curve of eight options takes one to two milliseconds under the others, and about ten under this one. */
const SLOW = "kou";

/**
 * What are the options worth in the sliders' scenario, under the shown model? At once, in the same frame, but for a slow model and until the
 * code of the others is there: the worker values those, and its last answer stands until the newer one is there. Null without a volatility.
 */
export function useScenario(
  figures: PricedFigures,
  { choice, model }: Pick<Pricing, "choice" | "model">,
  scenario: Scenario,
): ScenarioValuation | null {
  const byBlack = useMemo(() => {
    const market = choice === null ? null : blackMarket(figures, choice);
    return market === null || choice === null ? null : blackScenario(figures.product, { choice, market }, scenario);
  }, [figures, choice, scenario]);
  const request = useMemo(
    () => (model === null ? undefined : scenarioRequest(figures, model, scenario)),
    [figures, model, scenario],
  );
  const here = usePricingHere(model !== null && model.name !== SLOW);
  const byPage = useMemo(() => {
    const answer = request && here?.({ id: 0, ...request });
    return request && answer?.type === "answer" ? scenarioOf(request, answer.output, scenario) : null;
  }, [request, here, scenario]);
  const asked = here === undefined ? request : undefined;
  const { answer, isPending } = usePricingWorker(asked);
  const byWorker = useMemo(
    () => (asked && answer && !isPending ? scenarioOf(asked, answer, scenario) : null),
    [asked, answer, isPending, scenario],
  );
  const ready = model === null ? byBlack : (byPage ?? byWorker);
  const [last, setLast] = useState(ready);
  if (ready !== null && ready !== last) setLast(ready);
  return choice === null ? null : (ready ?? last);
}
