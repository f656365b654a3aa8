"use client";

import { useMemo, useState } from "react";
import { usePricingWorker } from "@/hooks/usePricingWorker";
import { blackScenario } from "./blackValuation";
import { blackMarket } from "./modelChoice";
import type { Scenario } from "./Scenario";
import type { Pricing } from "./usePricing";
import type { ScenarioValuation } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";
import { scenarioOf, scenarioRequest } from "./workerValuation";

/**
 * What are the options worth in the sliders' scenario, under the shown model? Black's at once, in the same frame; a fitted
 * model by the worker, whose last answer stands until the newer one is there. Null without a volatility.
 */
export function useScenario(
  figures: VaultFigures,
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
  const { answer, isPending } = usePricingWorker(request);
  const byWorker = useMemo(
    () => (request && answer && !isPending ? scenarioOf(request, answer, scenario) : null),
    [request, answer, isPending, scenario],
  );
  const ready = model === null ? byBlack : byWorker;
  const [last, setLast] = useState(ready);
  if (ready !== null && ready !== last) setLast(ready);
  return choice === null ? null : (ready ?? last);
}
