import { numberOf, rowOf, textOf, toleranceOf } from "./row";
import { type Measured, measured, missed, type Row } from "./Scorer";

const PLACES_OF_THE_TRUTH = ["mp_value", "mp_price"];

/**
 * A price against the row's truth with the required error; against a published value or QuantLib's only where the row has no truth, and then
 * with the published one's own tolerance if that is larger.
 */
export function priceMeasured(row: Row, actual: number, required: number): Measured {
  for (const key of PLACES_OF_THE_TRUTH) {
    const truth = textOf(row, key);
    if (truth !== null) return measured("price", actual, { truth, required });
  }
  const published = textOf(row, "published");
  if (published !== null) {
    const tolerance = toleranceOf(row, published);
    return measured("price, as published", actual, { truth: published, required: Math.max(required, tolerance) });
  }
  const quantlib = textOf(row, "quantlib_price") ?? textOf(rowOf(row, "quantlib"), "price");
  if (quantlib !== null) return measured("price, as QuantLib's", actual, { truth: quantlib, required });
  return missed("price", "the row has no price to compare with");
}

/** The largest error of a price for a set that allows `share` of the spot. */
export function ofSpot(row: Row, share: number): number {
  return share * numberOf(row, "S");
}
