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

/**
 * The deposit into one of the vaults, up to the budget, that makes the expected shortfall smallest: a proposal, not advice. ES is convex in the
 * amount, so each vault's best amount is found by narrowing; it is known to a billionth of the budget. The figures are of these scenarios alone: a
 * vault that merely lost little in them looks better than it is, the more so the fewer there are.
 */
export function bestHedge(input: BestHedgeInput): BestHedge {
  const { changes, confidence } = input;
  const before = expectedShortfallOf(changes.slice(), confidence);
  const hedges = input.candidates
    .map((candidate) => hedgeWith(candidate, { ...input, before }))
    .filter(({ after }) => after < before - LEAST_GAIN * Math.abs(before))
    .toSorted((a, b) => a.after - b.after);
  const [hedge, ...others] = hedges;
  return hedge === undefined ? { ok: false, reason: "noneReduces", before } : { ok: true, hedge, others };
}

function hedgeWith(
  candidate: HedgeCandidate,
  { changes, confidence, budget, before }: BestHedgeInput & { readonly before: number },
): Hedge {
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
