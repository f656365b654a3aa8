import type { Curve } from "@/components/charts/curves";
import type { ModelName } from "@/lib/pricing/PricingModel";
import type { SettlementLaw } from "@/lib/pricing/SettlementLaw";
import type { PositionGreeks } from "@/lib/risk/positionGreeks";
import type { Scenario } from "./Scenario";

/** Under what the options are valued. `fills`: Black, each leg at the volatility that its own sale implied. */
export type ModelChoice = "fills" | ModelName;

/** One option of a leg now, on one whole coin, in dollars. */
export type LegValue = {
  readonly price: number;
  readonly delta: number;
  /** Odds of ending in the money. */
  readonly itmOdds: number;
};

/** The options of a vault under one model, in the market of now. */
export type Valuation = {
  readonly choice: ModelChoice;
  /** In the order of the product's legs. */
  readonly legs: readonly LegValue[];
  readonly law: SettlementLaw;
};

/** One unit of the product under the same model, in a scenario. */
export type ScenarioValuation = {
  readonly choice: ModelChoice;
  readonly scenario: Scenario;
  /** Profit in dollars since the opening, if the coin stood at this price. */
  readonly profit: Curve;
  readonly greeks: PositionGreeks;
};
