import { invariant } from "@/lib/errors/invariant";
import { goldenSection } from "@/lib/math/goldenSection";
import { expectedShortfallOf } from "./tail/sampleTailRisk";

/** A vault that could be deposited into. */
export type HedgeCandidate = {
  readonly id: string;
  /** Change in value of one dollar in it, in the portfolio's own scenarios. */
  readonly changePerDollar: Float64Array;
  /** What one dollar costs to bring in and out, lost in every scenario. */
  readonly costPerDollar: number;
  /** Dollars that it takes at the most; the budget where left out. */
  readonly mostDollars?: number;
};

/** What a hedge is sought for. */
export type BestHedgeInput = {
  /** Changes in value of the portfolio, one a scenario, in dollars, gains above 0. */
  readonly changes: Float64Array;
  readonly candidates: readonly HedgeCandidate[];
  /** 0.95: the worst 5 %. */
  readonly confidence: number;
  /** Dollars to deposit at the most. */
  readonly budget: number;
};

/** What is asked of one vault: its best amount. Null: of none, the shortfall as it is. */
export type HedgeQuestion = Omit<BestHedgeInput, "candidates"> & { readonly candidate: HedgeCandidate | null };

/** An amount in one vault and what the ES is with it, costs taken off. */
export type Hedge = {
  readonly id: string;
  readonly dollars: number;
  readonly cost: number;
  readonly before: number;
  readonly after: number;
};

/** The proposal and what each other vault would do at its best, smallest ES first; or that no vault makes it smaller. */
export type BestHedge =
  | { readonly ok: true; readonly hedge: Hedge; readonly others: readonly Hedge[] }
  | { readonly ok: false; readonly reason: "noneReduces"; readonly before: number };

/** A gain below this share of the ES is rounding. */
const LEAST_GAIN = 1e-9;

/** The best of what was tried; `before` is the ES as it is. */
export function bestOf(tried: readonly Hedge[], before: number): BestHedge {
  const [hedge, ...others] = tried
    .filter(({ after }) => after < before - LEAST_GAIN * Math.abs(before))
    .toSorted((a, b) => a.after - b.after);
  return hedge === undefined ? { ok: false, reason: "noneReduces", before } : { ok: true, hedge, others };
}

/**
 * The deposit into a vault, up to the budget, that makes the expected shortfall smallest: a proposal, not advice. ES is convex in the amount, so the
 * best amount is found by narrowing; it is known to a billionth of the budget. The figures are of these scenarios alone: a vault that merely lost
 * little in them looks better than it is, the more so the fewer there are.
 */
export function leastShortfall({ changes, candidate, confidence, budget }: HedgeQuestion): Hedge {
  const before = expectedShortfallOf(changes.slice(), confidence);
  if (candidate === null) return { id: "", dollars: 0, cost: 0, before, after: before };
  const { id, changePerDollar, costPerDollar, mostDollars = budget } = candidate;
  invariant(changePerDollar.length === changes.length, "a vault is valued in the portfolio's scenarios");
  const work = new Float64Array(changes.length);
  const shortfallAt = (dollars: number) => {
    for (let index = 0; index < work.length; index += 1)
      work[index] = (changes[index] as number) + dollars * ((changePerDollar[index] as number) - costPerDollar);
    return expectedShortfallOf(work, confidence);
  };
  const { x, value } = goldenSection(shortfallAt, { from: 0, to: Math.max(0, Math.min(budget, mostDollars)) });
  return { id, dollars: x, cost: x * costPerDollar, before, after: value };
}
