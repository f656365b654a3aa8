"use client";

import { useMemo } from "react";
import { blackScenario } from "./blackValuation";
import { blackMarket } from "./modelChoice";
import type { Scenario } from "./Scenario";
import type { Pricing } from "./usePricing";
import type { ScenarioValuation } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";

/** What the options are worth in the sliders' scenario, under the shown model; null without a volatility. */
export function useScenario(figures: VaultFigures, { choice }: Pricing, scenario: Scenario): ScenarioValuation | null {
  return useMemo(() => {
    const market = choice === null ? null : blackMarket(figures, choice);
    return market === null || choice === null ? null : blackScenario(figures.product, { choice, market }, scenario);
  }, [figures, choice, scenario]);
}
