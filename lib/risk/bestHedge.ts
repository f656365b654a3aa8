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

/** What is asked of one vault, or of two: their best amounts. Of none: the shortfall as it is. */
export type HedgeQuestion = Omit<BestHedgeInput, "candidates"> & { readonly mix: readonly HedgeCandidate[] };

/** Dollars in one vault. */
export type HedgePart = { readonly id: string; readonly dollars: number };

/** An amount in one vault, or in two, and what the ES is with it, costs taken off. */
export type Hedge = {
  readonly parts: readonly HedgePart[];
  readonly cost: number;
  readonly before: number;
  readonly after: number;
};

/** The proposal and what each other vault or pair would do at its best, smallest ES first; or that none makes it smaller. */
export type BestHedge =
  | { readonly ok: true; readonly hedge: Hedge; readonly others: readonly Hedge[] }
  | { readonly ok: false; readonly reason: "noneReduces"; readonly before: number };

/** A gain below this share of the ES is rounding. */
const LEAST_GAIN = 1e-9;
/** Two vaults have to take off so much of the ES more than the best alone: less is as likely these scenarios as the vaults. */
const GAIN_FOR_TWO = 0.01;
/** Of these, best alone, every two are tried together. */
const MOST_PAIRED = 8;
/** How the amount is split between two. */
const SPLITS = [0.25, 0.5, 0.75] as const;

/** The best of what was tried; `before` is the ES as it is. One vault comes before two that are hardly better. */
export function bestOf(tried: readonly Hedge[], before: number): BestHedge {
  const handicap = ({ parts, after }: Hedge) => after + (parts.length > 1 ? GAIN_FOR_TWO * Math.abs(before) : 0);
  const [hedge, ...others] = tried
    .filter(({ after }) => after < before - LEAST_GAIN * Math.abs(before))
    .toSorted((a, b) => handicap(a) - handicap(b));
  return hedge === undefined ? { ok: false, reason: "noneReduces", before } : { ok: true, hedge, others };
}

/** How many pairs there will be of so many vaults. */
export function pairCount(vaults: number): number {
  const paired = Math.min(vaults, MOST_PAIRED);
  return Math.max(0, (paired * (paired - 1)) / 2);
}

/** Every two of the vaults that do best alone. */
export function hedgePairs(
  candidates: readonly HedgeCandidate[],
  alone: readonly Hedge[],
): readonly (readonly HedgeCandidate[])[] {
  const afterOf = new Map(alone.flatMap(({ parts, after }) => parts.map(({ id }) => [id, after] as const)));
  const best = candidates
    .toSorted(
      (a, b) => (afterOf.get(a.id) ?? Number.POSITIVE_INFINITY) - (afterOf.get(b.id) ?? Number.POSITIVE_INFINITY),
    )
    .slice(0, MOST_PAIRED);
  return best.flatMap((first, index) => best.slice(index + 1).map((second) => [first, second]));
}

/**
 * The deposit into a vault, or into two, up to the budget, that makes the expected shortfall smallest: a proposal, not advice. ES is convex in the
 * amount, so the best amount is found by narrowing, to a billionth of the budget; between two it is split in quarters. The figures are of these
 * scenarios alone: a vault that merely lost little in them looks better than it is, the more so the fewer there are.
 */
export function leastShortfall({ changes, mix, confidence, budget }: HedgeQuestion): Hedge {
  const before = expectedShortfallOf(changes.slice(), confidence);
  const [first, second] = mix;
  if (first === undefined) return { parts: [], cost: 0, before, after: before };
  const asked = { changes, confidence, budget, before };
  if (second === undefined) return withShares([{ candidate: first, share: 1 }], asked);
  const [best, ...others] = SPLITS.map((share) =>
    withShares(
      [
        { candidate: first, share },
        { candidate: second, share: 1 - share },
      ],
      asked,
    ),
  );
  invariant(best !== undefined, "an amount is split somehow");
  return others.reduce((least, hedge) => (hedge.after < least.after ? hedge : least), best);
}

type Shared = { readonly candidate: HedgeCandidate; readonly share: number };
type Asked = Omit<HedgeQuestion, "mix"> & { readonly before: number };

/** The best amount of vaults in fixed shares. */
function withShares(shared: readonly Shared[], { changes, confidence, budget, before }: Asked): Hedge {
  const perDollar = new Float64Array(changes.length);
  let [cost, most] = [0, budget];
  for (const { candidate, share } of shared) {
    const { changePerDollar, costPerDollar, mostDollars = budget } = candidate;
    invariant(changePerDollar.length === changes.length, "a vault is valued in the portfolio's scenarios");
    for (let index = 0; index < perDollar.length; index += 1)
      perDollar[index] = (perDollar[index] as number) + share * ((changePerDollar[index] as number) - costPerDollar);
    cost += share * costPerDollar;
    most = Math.min(most, mostDollars / share);
  }
  const work = new Float64Array(changes.length);
  const shortfallAt = (dollars: number) => {
    for (let index = 0; index < work.length; index += 1)
      work[index] = (changes[index] as number) + dollars * (perDollar[index] as number);
    return expectedShortfallOf(work, confidence);
  };
  const { x, value } = goldenSection(shortfallAt, { from: 0, to: Math.max(0, most) });
  const parts = shared.map(({ candidate: { id }, share }) => ({ id, dollars: x * share }));
  return { parts, cost: x * cost, before, after: value };
}
