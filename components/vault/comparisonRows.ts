import type { ModelFit } from "@/hooks/useFittedModels";
import { figuresUnderLaw, type ModelFigures } from "@/lib/risk/modelComparison";
import { settlementLevels } from "@/lib/risk/settlementLevels";
import { blackScenario, blackValuation } from "./blackValuation";
import { blackMarket } from "./modelChoice";
import { NOW } from "./Scenario";
import type { ModelChoice } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";

/** A model's figures for one unit; null while it is under way, and when it failed. */
export type ComparisonRow = {
  readonly choice: ModelChoice;
  readonly figures: ModelFigures | null;
  /** How well it meets the market; undefined for those that are not fitted. */
  readonly fit: ModelFit | undefined;
  /** Why there are no figures under a model that is fitted. */
  readonly failure?: string | undefined;
};

/** The shortfall is of the worst 5 %. */
export const COMPARED_CONFIDENCE = 0.95;

/** The rows that are Black's formula: by the smile, by one volatility, by the fills where there are some. */
export function blackRows(figures: VaultFigures): readonly ComparisonRow[] {
  const choices: readonly ModelChoice[] = ["smile", "black", "fills"];
  return choices.flatMap((choice) => {
    const found = blackFigures(figures, choice);
    return found === null ? [] : [{ choice, figures: found, fit: undefined }];
  });
}

function blackFigures(figures: VaultFigures, choice: ModelChoice): ModelFigures | null {
  const { product, volatility } = figures;
  const market = blackMarket(figures, choice);
  const valuation = blackValuation(figures, choice);
  if (market === null || valuation === null || !volatility?.ok) return null;
  const { greeks } = blackScenario(product, { choice, market }, NOW);
  const deviation = volatility.headline * Math.sqrt(market.timeToExpiryYears);
  const levels = settlementLevels(product, { spot: market.spot, deviation });
  const { law } = valuation;
  return figuresUnderLaw({ product, units: 1, greeks, law, levels, confidence: COMPARED_CONFIDENCE });
}
