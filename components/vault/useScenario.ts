"use client";

import { useCallback, useMemo, useState } from "react";
import { usePricingWorker } from "@/hooks/usePricingWorker";
import { blackScenario } from "./blackValuation";
import { blackMarket } from "./modelChoice";
import { NOW, type Scenario } from "./Scenario";
import type { Pricing } from "./usePricing";
import type { ScenarioValuation } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";
import { scenarioOf, scenarioRequest } from "./workerValuation";

/** The shown scenario, the options' value in it, and what asks for another. */
export type MovedScenario = {
  readonly scenario: Scenario;
  /** Null without a volatility. */
  readonly valued: ScenarioValuation | null;
  readonly move: (scenario: Scenario) => void;
};

/**
 * What are the options worth in the sliders' scenario, under the shown model? Black's at once, in the same frame; a fitted model by the
 * worker, whose last answer stands until the newer one is there.
 */
export function useScenario(
  figures: VaultFigures,
  { choice, model }: Pick<Pricing, "choice" | "model">,
): MovedScenario {
  const [scenario, show] = useState(NOW);
  const byBlack = useMemo(() => {
    const market = choice === null ? null : blackMarket(figures, choice);
    return market === null || choice === null ? null : blackScenario(figures.product, { choice, market }, scenario);
  }, [figures, choice, scenario]);
  const request = useMemo(
    () => (model === null ? undefined : scenarioRequest(figures, model, scenario)),
    [figures, model, scenario],
  );
  const { answer, isPending, prepare } = usePricingWorker(request);
  const byWorker = useMemo(
    () => (request && answer && !isPending ? scenarioOf(request, answer, scenario) : null),
    [request, answer, isPending, scenario],
  );
  const move = useCallback(
    async (next: Scenario) => {
      const asked = model === null ? undefined : scenarioRequest(figures, model, next);
      if (asked === undefined || (await prepare(asked))) show(next);
    },
    [figures, model, prepare],
  );
  const ready = model === null ? byBlack : byWorker;
  const [last, setLast] = useState(ready);
  if (ready !== null && ready !== last) setLast(ready);
  return { scenario, valued: choice === null ? null : (ready ?? last), move };
}
