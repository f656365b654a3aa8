import { orderStatistic } from "@/lib/math/orderStatistic";
import { rankBand, tailSize } from "./sampleTailRisk";

/** The scenarios that the expected shortfall is the mean of, by their places in the sample. */
export type TailScenarios = {
  /** How many scenarios there are in all. */
  readonly count: number;
  /** How many the tail has: n·(1 − α), no whole number in general. */
  readonly size: number;
  readonly places: Uint32Array;
  /** How much of each counts, 1 but for those at the VaR itself; they add up to the size. */
  readonly weights: Float64Array;
  /** Places of those close to the VaR, by which what happens there is estimated. */
  readonly near: Uint32Array;
};

/** A mean over the tail, and its standard error. */
export type TailMean = { readonly value: number; readonly error: number };

/**
 * The tail of equally likely changes in value, gains above 0. Scenarios that tie at the VaR share what is left of the tail evenly, so the result
 * does not hang on their order. Null outside of 0 < confidence < 1 and without scenarios.
 */
export function tailScenarios(changes: Float64Array, confidence: number): TailScenarios | null {
  const count = changes.length;
  const tail = tailSize(count, confidence);
  if (tail === null) return null;
  const work = changes.slice();
  const { lowest, highest } = rankBand(count, tail);
  const upper = orderStatistic(work, highest);
  const edge = orderStatistic(work, tail.whole, { to: highest + 1 });
  const lower = orderStatistic(work, lowest, { to: tail.whole + 1 });
  const places = placesWhere(changes, (change) => change <= edge);
  const ties = places.filter((place) => changes[place] === edge).length;
  const share = (tail.size - (places.length - ties)) / ties;
  return {
    count,
    size: tail.size,
    places,
    weights: Float64Array.from(places, (place) => (changes[place] === edge ? share : 1)),
    near: placesWhere(changes, (change) => change >= lower && change <= upper),
  };
}

/**
 * Mean loss of a column over the tail of another: E[Lᵢ | tail], a part's contribution to the ES, or the derivative of the ES to one unit of
 * whatever the column is the change of. Linear in the column: contributions of parts add up to that of their sum.
 * Standard error: deviation of (Lᵢ − E[Lᵢ | L = VaR]) over the tail, which counts that the tail's edge is itself an estimate.
 * Source: D. Tasche, "Risk contributions and performance measurement" (1999); errors by the influence function.
 */
export function tailMean({ count, size, places, weights, near }: TailScenarios, column: Float64Array): TailMean {
  let sum = 0;
  for (let index = 0; index < places.length; index += 1)
    sum -= (weights[index] as number) * (column[places[index] as number] as number);
  let atEdge = 0;
  for (const place of near) atEdge -= (column[place] as number) / near.length;
  let squares = 0;
  for (let index = 0; index < places.length; index += 1)
    squares += (weights[index] as number) * (-(column[places[index] as number] as number) - atEdge) ** 2;
  const mean = (sum - size * atEdge) / count;
  const variance = Math.max(0, squares / count - mean * mean);
  return { value: sum / size, error: (Math.sqrt(variance / count) * count) / size };
}

function placesWhere(changes: Float64Array, holds: (change: number) => boolean): Uint32Array {
  const found = new Uint32Array(changes.length);
  let length = 0;
  changes.forEach((change, place) => {
    if (!holds(change)) return;
    found[length] = place;
    length += 1;
  });
  return found.slice(0, length);
}
