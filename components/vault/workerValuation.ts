import type { PricingModel } from "@/lib/pricing/PricingModel";
import { sampledLaw } from "@/lib/pricing/SettlementLaw";
import type { ModelMarket } from "@/lib/products/valueUnderModel";
import { settlementLevels } from "@/lib/risk/settlementLevels";
import { payoffRange } from "./payoffShape";
import { type Scenario, scenarioMarket } from "./Scenario";
import type { ScenarioValuation, Valuation } from "./Valuation";
import type { PricedFigures } from "./VaultFigures";

/** What the worker is asked for the options now under a model; undefined without a volatility that says how far to look. */
export function lawRequest({ product, market, volatility }: PricedFigures, model: PricingModel) {
  if (market === null || !volatility?.ok) return undefined;
  const { spot, timeToExpiryYears } = market;
  const levels = settlementLevels(product, { spot, deviation: volatility.headline * Math.sqrt(timeToExpiryYears) });
  return { kind: "law", input: { product, market: { model, spot, timeToExpiryYears }, levels } } as const;
}

type LawRequest = NonNullable<ReturnType<typeof lawRequest>>;
type LawAnswer = {
  readonly legs: Readonly<Record<"price" | "delta" | "probabilityBelow", Float64Array>>;
  readonly below: Float64Array;
};

/** The worker's answer as a valuation. */
export function valuationOf({ input }: LawRequest, { legs, below }: LawAnswer): Valuation {
  const of = (values: Float64Array, index: number) => values[index] ?? Number.NaN;
  return {
    choice: input.market.model.name,
    law: sampledLaw(input.levels, below),
    legs: input.product.legs.map(({ isPut }, index) => {
      const belowStrike = of(legs.probabilityBelow, index);
      return {
        price: of(legs.price, index),
        delta: of(legs.delta, index),
        itmOdds: isPut ? belowStrike : 1 - belowStrike,
      };
    }),
  };
}

/** Steps of the curve of today: those that the chart draws. */
const STEPS = 160;

/** What the worker is asked for a scenario of the sliders. */
export function scenarioRequest(figures: PricedFigures, model: PricingModel, scenario: Scenario) {
  const { product, market } = figures;
  if (market === null) return undefined;
  const { lo, hi } = payoffRange(figures);
  const { spot, timeToExpiryYears } = scenarioMarket(market, scenario);
  const moved: ModelMarket = { model, spot, timeToExpiryYears, volatilityShift: scenario.shift };
  const spots = Array.from({ length: STEPS + 1 }, (_, index) => lo + ((hi - lo) * index) / STEPS);
  return { kind: "scenario", input: { product, market: moved, spots } } as const;
}

type ScenarioRequest = NonNullable<ReturnType<typeof scenarioRequest>>;
type ScenarioAnswer = { readonly profits: Float64Array; readonly greeks: ScenarioValuation["greeks"] };

/** The worker's answer as one unit in a scenario; straight between the prices that were asked. */
export function scenarioOf(
  { input }: ScenarioRequest,
  { profits, greeks }: ScenarioAnswer,
  scenario: Scenario,
): ScenarioValuation {
  const lo = input.spots[0] ?? Number.NaN;
  const hi = input.spots.at(-1) ?? Number.NaN;
  return {
    choice: input.market.model.name,
    scenario,
    greeks,
    profit: (price) => {
      const place = Math.min(STEPS, Math.max(0, ((price - lo) / (hi - lo)) * STEPS));
      const before = Math.min(STEPS - 1, Math.floor(place));
      const from = profits[before] ?? Number.NaN;
      return from + (place - before) * ((profits[before + 1] ?? Number.NaN) - from);
    },
  };
}
