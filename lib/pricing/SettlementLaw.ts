import { type LognormalInput, lognormalDensity, lognormalProbabilityBelow } from "./lognormal";

/** How likely each settlement price is, as option prices imply it under one model; never a forecast. Prices in the quote. */
export type SettlementLaw = {
  /** 0 to 1, not falling with the price; 0 at 0 and 1 at ∞. */
  readonly probabilityBelow: (price: number) => number;
  /** Per quote unit, at least 0. */
  readonly density: (price: number) => number;
};

/** The law under one volatility. */
export function lognormalLaw(input: LognormalInput): SettlementLaw {
  return {
    probabilityBelow: (price) => lognormalProbabilityBelow(price, input),
    density: (price) => lognormalDensity(price, input),
  };
}

/**
 * A law from its probabilities at levels, as a model's strip gives them; evenly likely between two levels.
 * `levels` ascend, above 0; `below` has one probability a level. Roundings that would make it fall, or leave 0 to 1, are cut;
 * below the first level and above the last nothing is left over: their probabilities lie at the ends.
 */
export function sampledLaw(levels: ArrayLike<number>, below: ArrayLike<number>): SettlementLaw {
  const cumulative = Float64Array.from(below);
  let least = 0;
  for (let index = 0; index < cumulative.length; index += 1) {
    least = Math.min(1, Math.max(least, cumulative[index] ?? Number.NaN));
    cumulative[index] = least;
  }
  return {
    probabilityBelow: (price) => {
      const after = firstAbove(levels, price);
      if (after === 0) return price > 0 ? at(cumulative, 0) : 0;
      if (after === levels.length) return price === Number.POSITIVE_INFINITY ? 1 : at(cumulative, after - 1);
      const share = (price - at(levels, after - 1)) / (at(levels, after) - at(levels, after - 1));
      return at(cumulative, after - 1) + share * (at(cumulative, after) - at(cumulative, after - 1));
    },
    density: (price) => {
      const after = firstAbove(levels, price);
      const [from, to] = [Math.max(0, after - 2), Math.min(levels.length - 1, after + 1)];
      if (after === 0 || after === levels.length) return 0;
      return (at(cumulative, to) - at(cumulative, from)) / (at(levels, to) - at(levels, from));
    },
  };
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? Number.NaN;
}

/** Index of the first level above a price; the count of levels when none is. */
function firstAbove(levels: ArrayLike<number>, price: number): number {
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(levels, middle) > price) high = middle;
    else low = middle + 1;
  }
  return low;
}
