import type { SmileRule } from "../MarketMove";
import type { PathLaw } from "../paths/PathLaw";
import type { RiskBook } from "../RiskBook";

/** What a loss distribution is of, as plain data: the same question has the same answer everywhere. */
export type LossQuestion = {
  readonly book: RiskBook;
  /** Of the book's coins, in their order. */
  readonly law: PathLaw;
  /** Years of 365 days from now, above 0. */
  readonly horizonYears: number;
  readonly rule: SmileRule;
  /** An integer in [0, 2³²). */
  readonly seed: number;
};

/** What moved, for the shares of the shortfall: each factor alone, and what only their meeting makes. */
export type LossFactor =
  | { readonly kind: "time" }
  | { readonly kind: "price" | "volatility"; readonly coin: string }
  | { readonly kind: "together" };

/** Changes in value, in dollars: a column for each piece and for each factor, an entry a scenario. Over pieces and over factors they sum to the same. */
export type LossChanges = {
  readonly pieces: readonly Float64Array[];
  readonly factors: readonly Float64Array[];
};
