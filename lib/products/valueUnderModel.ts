import type { PricingModel, StripValues } from "@/lib/pricing/PricingModel";
import { stripAtForwards } from "@/lib/pricing/stripAtForwards";
import { entryValue, type Measure, type Product } from "./Product";
import { valueWithLegs } from "./value";

/** The market in which a product is valued under a model. Without a rate the forward is the spot. */
export type ModelMarket = {
  readonly model: PricingModel;
  /** The spot now, above 0. */
  readonly spot: number;
  readonly timeToExpiryYears: number;
  /** What is added to the model's volatilities, in units of 1: see shiftedModel. None when left out. */
  readonly volatilityShift?: number;
};

/** Spots to value a product at, and the unit of the values. */
export type ModelCurve = { readonly spots: readonly number[]; readonly measure: Measure };

/** Value of one unit at each spot, all legs of all spots in one strip. NaN where the model has no price. */
export function valuesUnderModel(product: Product, market: ModelMarket, { spots, measure }: ModelCurve): Float64Array {
  const { price } = legsUnderModel(product, market, spots);
  return Float64Array.from(spots, (spot, row) =>
    valueWithLegs(product, { spot, legs: heldSum(product, price, row) }, measure),
  );
}

/** The same less the value at entry. */
export function profitsUnderModel(product: Product, market: ModelMarket, curve: ModelCurve): Float64Array {
  const entry = entryValue(product, curve.measure);
  return valuesUnderModel(product, market, curve).map((value) => value - entry);
}

/** Every leg's option at each spot, row by row in the legs' order, per whole option and in the quote. */
export function legsUnderModel(product: Product, market: ModelMarket, spots: readonly number[]): StripValues {
  const { model, spot, timeToExpiryYears, volatilityShift } = market;
  const strip = {
    forward: spot,
    timeToExpiryYears,
    strikes: product.legs.map((leg) => leg.strike),
    isPut: product.legs.map((leg) => leg.isPut),
  };
  return stripAtForwards(strip, {
    model,
    forwards: spots,
    ...(volatilityShift === undefined ? {} : { volatilityShift }),
  });
}

/** Sum over the legs of one row, each by what the product holds of it: bought above 0, sold below. */
export function heldSum({ legs }: Product, field: Float64Array, row = 0): number {
  return legs.reduce((sum, leg, index) => {
    return sum + leg.side * leg.quantity * (field[row * legs.length + index] ?? Number.NaN);
  }, 0);
}
