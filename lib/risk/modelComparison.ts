import type { ModelName, PricingModel } from "@/lib/pricing/PricingModel";
import { sampledLaw } from "@/lib/pricing/SettlementLaw";
import { outcomeZones } from "@/lib/products/outcomeZones";
import type { Product } from "@/lib/products/Product";
import type { ModelMarket } from "@/lib/products/valueUnderModel";
import { lawShortfall } from "./lawShortfall";
import { modelProbabilitiesBelow } from "./modelDistribution";
import { modelGreeks } from "./modelGreeks";
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

/** A model's figures, and each less Black's: NaN where the model has none. */
export type ModelComparisonRow = {
  readonly model: ModelName;
  readonly figures: ModelFigures;
  readonly lessBlack: ModelFigures;
};

export type ModelComparisonInput = {
  readonly product: Product;
  readonly units: number;
  readonly spot: number;
  readonly timeToExpiryYears: number;
  /** What is added to the volatilities of all of them, Black's too; see shiftedModel. */
  readonly volatilityShift?: number;
  /** Black's one volatility, above 0: as a rule that at the money. */
  readonly blackVolatility: number;
  readonly models: readonly PricingModel[];
  /** 0.95: the shortfall is of the worst 5 %. */
  readonly confidence: number;
};

/** The same position, now and to its expiry, under each model and against Black: Black's own row first, then the models in their order. */
export function modelComparison(input: ModelComparisonInput): readonly ModelComparisonRow[] {
  const { product, spot, timeToExpiryYears, blackVolatility } = input;
  const deviation = blackVolatility * Math.sqrt(timeToExpiryYears);
  const levels = settlementLevels(product, { spot, deviation });
  const black = figuresOf({ name: "black", volatility: blackVolatility }, input, levels);
  return [
    { model: "black", figures: black, lessBlack: less(black, black) },
    ...input.models.map((model): ModelComparisonRow => {
      const figures = figuresOf(model, input, levels);
      return { model: model.name, figures, lessBlack: less(figures, black) };
    }),
  ];
}

function figuresOf(model: PricingModel, input: ModelComparisonInput, levels: readonly number[]): ModelFigures {
  const { product, units, spot, timeToExpiryYears, volatilityShift = 0, confidence } = input;
  const market: ModelMarket = { model, spot, timeToExpiryYears, volatilityShift };
  const { valueUsd, delta, vegaPerPoint } = modelGreeks({ product, units, market });
  const law = sampledLaw(levels, modelProbabilitiesBelow(levels, market));
  return {
    valueUsd,
    delta,
    vegaPerPoint,
    lossOdds: lossOdds(zoneOdds(outcomeZones(product, "usd"), law)),
    expectedShortfallUsd: units * lawShortfall({ product, law, levels, confidence }),
  };
}

function less(a: ModelFigures, b: ModelFigures): ModelFigures {
  return {
    valueUsd: a.valueUsd - b.valueUsd,
    delta: a.delta - b.delta,
    vegaPerPoint: a.vegaPerPoint - b.vegaPerPoint,
    lossOdds: a.lossOdds - b.lossOdds,
    expectedShortfallUsd: a.expectedShortfallUsd - b.expectedShortfallUsd,
  };
}
