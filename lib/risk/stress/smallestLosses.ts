import type { SmileRule } from "../MarketMove";
import type { RiskBook } from "../RiskBook";
import { NEAREST_LOOKS, NEAREST_START, type NearestSearch, nearestLossFurther } from "./nearestLoss";
import { type ReverseStress, reverseStress } from "./reverseStress";

/** What is asked: the smallest moves that lose so many dollars, above 0. */
export type LossSought = { readonly book: RiskBook; readonly loss: number; readonly rule: SmileRule };

/** The smallest moves by each way of looking, and the loss that they were sought for. */
export type SmallestLosses = {
  readonly loss: number;
  /** All coins fall, or rise, together, and volatility answers as it usually does. */
  readonly down: ReverseStress;
  readonly up: ReverseStress;
  /** Price and volatility free of each other; null until every direction was tried. */
  readonly nearest: ReverseStress | null;
};

/** The searches as far as they are: plain data, so that they can be broken off between two steps and taken up again. */
export type LossSearch = { readonly losses: SmallestLosses; readonly around: NearestSearch };

/** Directions of one step: what the worker can be stopped after. */
const LOOKS = 8;
/** The common moves are the first step, the directions all others. */
export const SEARCH_STEPS = 1 + NEAREST_LOOKS / LOOKS;

/** One step of the search; from nothing, the common fall and rise. */
export function searchFurther(sought: LossSought, from: LossSearch | null): LossSearch {
  if (from === null) {
    return { losses: { loss: sought.loss, ...reverseStress(sought), nearest: null }, around: NEAREST_START };
  }
  const around = nearestLossFurther(sought, from.around, LOOKS);
  const nearest = around.looked < NEAREST_LOOKS ? null : around.best;
  return { losses: { ...from.losses, nearest }, around };
}
