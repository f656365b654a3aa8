import type { ModelName, PricingModel } from "@/lib/pricing/PricingModel";
import { type SettlementLaw, sampledLaw } from "@/lib/pricing/SettlementLaw";
import { outcomeZones } from "@/lib/products/outcomeZones";
import type { Product } from "@/lib/products/Product";
import type { ModelMarket } from "@/lib/products/valueUnderModel";
import { lawShortfall } from "./lawShortfall";
import { modelProbabilitiesBelow } from "./modelDistribution";
import { modelGreeks } from "./modelGreeks";
import type { PositionGreeks } from "./positionGreeks";
import { settlementLevels } from "./settlementLevels";
import { lossOdds, zoneOdds } from "./zoneOdds";

/** What the choice of a model changes of a position. Dollars for all units, deposited asset and premium included. */
export type ModelFigures = {
  readonly valueUsd: number;
  /** Units of the underlying. */
  readonly delta: number;
  /** Dollars per volatility point, of the volatility that the model's shift moves. */
  readonly vegaPerPoint: number;
  /** Odds that the product ends with a loss in dollars, 0 to 1. */
  readonly lossOdds: number;
  /** Mean profit since entry over the worst share of outcomes at expiry: a loss is negative. */
  readonly expectedShortfallUsd: number;
};

/** A model's figures: NaN where it has none. */
export type ModelComparisonRow = { readonly model: ModelName; readonly figures: ModelFigures };

export type ModelComparisonInput = {
  readonly product: Product;
  readonly units: number;
  readonly spot: number;
  readonly timeToExpiryYears: number;
  /** What is added to the volatilities of all of them; see shiftedModel. */
  readonly volatilityShift?: number;
  /** One volatility that says how far the levels of settlement reach, above 0: as a rule that at the money. */
  readonly headline: number;
  readonly models: readonly PricingModel[];
  /** 0.95: the shortfall is of the worst 5 %. */
  readonly confidence: number;
};

/** The same position, now and to its expiry, under each model, in the models' order. */
export function modelComparison(input: ModelComparisonInput): readonly ModelComparisonRow[] {
  const { product, units, spot, timeToExpiryYears, volatilityShift = 0, headline, models, confidence } = input;
  const levels = settlementLevels(product, { spot, deviation: headline * Math.sqrt(timeToExpiryYears) });
  return models.map((model): ModelComparisonRow => {
    const market: ModelMarket = { model, spot, timeToExpiryYears, volatilityShift };
    const greeks = modelGreeks({ product, units, market });
    const law = sampledLaw(levels, modelProbabilitiesBelow(levels, market));
    return { model: model.name, figures: figuresUnderLaw({ product, units, greeks, law, levels, confidence }) };
  });
}

type FiguresInput = {
  readonly product: Product;
  readonly units: number;
  /** Of all the units. */
  readonly greeks: PositionGreeks;
  /** Of the settlement, and the prices at which it is read. */
  readonly law: SettlementLaw;
  readonly levels: readonly number[];
  readonly confidence: number;
};

/** The figures of so many units with these Greeks, if the price settles by this law. */
export function figuresUnderLaw({ product, units, greeks, law, levels, confidence }: FiguresInput): ModelFigures {
  const { valueUsd, delta, vegaPerPoint } = greeks;
  return {
    valueUsd,
    delta,
    vegaPerPoint,
    lossOdds: lossOdds(zoneOdds(outcomeZones(product, "usd"), law)),
    expectedShortfallUsd: units * lawShortfall({ product, law, levels, confidence }),
  };
}
