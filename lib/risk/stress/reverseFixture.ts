import { NEAREST_LOOKS, NEAREST_START, nearestLossFurther } from "./nearestLoss";
import type { ReverseStress, ReverseStressInput } from "./reverseStress";
import { type LossSearch, type LossSought, SEARCH_STEPS, type SmallestLosses, searchFurther } from "./smallestLosses";

/** A whole search in one go. */
export function nearestLoss(input: Omit<ReverseStressInput, "response">): ReverseStress {
  return nearestLossFurther(input, NEAREST_START, NEAREST_LOOKS).best;
}

/** All searches, step by step, to their end. */
export function smallestLosses(sought: LossSought): SmallestLosses {
  let search: LossSearch | null = null;
  for (let step = 0; step < SEARCH_STEPS; step += 1) search = searchFurther(sought, search);
  if (search === null) throw new RangeError("a search has steps");
  return search.losses;
}
