import type { SmileRule } from "../MarketMove";
import type { RiskBook } from "../RiskBook";
import { nearestLoss } from "./nearestLoss";
import { type ReverseStress, reverseStress } from "./reverseStress";

/** What is asked: the smallest moves that lose so many dollars, above 0. */
export type LossSought = { readonly book: RiskBook; readonly loss: number; readonly rule: SmileRule };

/** The smallest moves by each way of looking, and the loss that they were sought for. */
export type SmallestLosses = {
  readonly loss: number;
  /** All coins fall, or rise, together, and volatility answers as it usually does. */
  readonly down: ReverseStress;
  readonly up: ReverseStress;
  /** Price and volatility free of each other. */
  readonly nearest: ReverseStress;
};

/** The three searches for one loss together: what the screen asks the worker. */
export function smallestLosses(sought: LossSought): SmallestLosses {
  return { loss: sought.loss, ...reverseStress(sought), nearest: nearestLoss(sought) };
}
