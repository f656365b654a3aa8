import { black } from "@/lib/pricing/black";
import { lognormalProbabilityBelow } from "@/lib/pricing/lognormal";
import type { Leg } from "@/lib/products/Leg";
import type { Product } from "@/lib/products/Product";
import { profitBeforeExpiry, type ValuationMarket } from "@/lib/products/value";
import { positionGreeks } from "@/lib/risk/positionGreeks";
import { type Scenario, scenarioMarket } from "./Scenario";
import type { LegValue, ModelChoice, ScenarioValuation } from "./Valuation";

/** Black's formula leg by leg, each at its own volatility: what `black`, `smile` and `fills` have in common. */
export type BlackMarket = { readonly choice: ModelChoice; readonly market: ValuationMarket };

/** Each leg's option now. The odds are those of the leg's own volatility. */
export function blackLegs({ legs }: Pick<Product, "legs">, market: ValuationMarket): readonly LegValue[] {
  return legs.map((leg, index) => legValue(leg, market, market.volatilities[index] ?? Number.NaN));
}

function legValue({ strike, isPut }: Leg, { spot, timeToExpiryYears }: ValuationMarket, volatility: number): LegValue {
  const { price, delta } = black({ forward: spot, strike, timeToExpiryYears, volatility, isPut });
  const below = lognormalProbabilityBelow(strike, { forward: spot, timeToExpiryYears, volatility });
  return { price, delta, itmOdds: isPut ? below : 1 - below };
}

/** One unit in a scenario: quick enough to be computed while a slider is dragged. Volatilities stick to their strikes. */
export function blackScenario(
  product: Product,
  { choice, market }: BlackMarket,
  scenario: Scenario,
): ScenarioValuation {
  const moved = scenarioMarket(market, scenario);
  return {
    choice,
    scenario,
    profit: (price) => profitBeforeExpiry(product, { ...moved, spot: price }, "usd"),
    greeks: positionGreeks({ product, units: 1, market: moved }),
  };
}
