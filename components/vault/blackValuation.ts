import { black } from "@/lib/pricing/black";
import { lognormalLaw, type SettlementLaw } from "@/lib/pricing/SettlementLaw";
import type { Leg } from "@/lib/products/Leg";
import type { Product } from "@/lib/products/Product";
import { profitBeforeExpiry, type ValuationMarket } from "@/lib/products/value";
import { positionGreeks } from "@/lib/risk/positionGreeks";
import { blackMarket } from "./modelChoice";
import { type Scenario, scenarioMarket } from "./Scenario";
import type { LegValue, ModelChoice, ScenarioValuation, Valuation } from "./Valuation";
import type { PricedFigures } from "./VaultFigures";

/** The options now under a choice that is Black's formula leg by leg; null for another model, or without a volatility. */
export function blackValuation(figures: PricedFigures, choice: ModelChoice): Valuation | null {
  const market = blackMarket(figures, choice);
  const law = lawOf(figures, choice);
  if (market === null || law === null) return null;
  const { legs } = figures.product;
  return { choice, law, legs: legs.map((leg, index) => legValue(leg, { market, law, index })) };
}

/** The smile's own law is that of the figures; one volatility's is lognormal. */
function lawOf({ law, market, volatility, entry }: PricedFigures, choice: ModelChoice): SettlementLaw | null {
  if (market === null || !volatility?.ok) return null;
  const isShown = choice === "smile" || (choice === "fills" && volatility.source === "fills");
  if (isShown) return law;
  const headline = choice === "fills" ? (entry?.ok ? entry.headline : Number.NaN) : volatility.headline;
  return lognormalLaw({ forward: market.spot, timeToExpiryYears: market.timeToExpiryYears, volatility: headline });
}

type LegMarket = {
  readonly market: ValuationMarket;
  readonly law: SettlementLaw;
  readonly index: number;
};

/** Price and delta are those of the leg's own volatility; the odds are the law's, the same that every outcome of the epoch has. */
function legValue({ strike, isPut }: Leg, { market, law, index }: LegMarket): LegValue {
  const { spot, timeToExpiryYears, volatilities } = market;
  const volatility = volatilities[index] ?? Number.NaN;
  const { price, delta } = black({ forward: spot, strike, timeToExpiryYears, volatility, isPut });
  const below = law.probabilityBelow(strike);
  return { price, delta, itmOdds: isPut ? below : 1 - below };
}

/** One unit in a scenario: quick enough to be computed while a slider is dragged. Volatilities stick to their strikes. */
export function blackScenario(
  product: Product,
  { choice, market }: { readonly choice: ModelChoice; readonly market: ValuationMarket },
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
