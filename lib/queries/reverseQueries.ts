import { queryOptions, skipToken, experimental_streamedQuery as streamedQuery } from "@tanstack/react-query";
import { type LossSearch, type LossSought, SEARCH_STEPS, type SmallestLosses } from "@/lib/risk/stress/smallestLosses";
import { askPricing } from "./pricingQueries";
import type { Entity } from "./refreshedPerBlock";

/** A search under way: what is found so far, and how many steps of how many are done. */
export type ReverseEstimate = { readonly losses: SmallestLosses | null; readonly done: number; readonly of: number };

const KEPT_MILLISECONDS = 60_000;

/** The smallest moves that lose so much, sought by the page's worker step by step: each can be the last. */
export const reverseQueries = {
  smallest: (sought: LossSought | undefined) =>
    queryOptions({
      queryKey: ["reverse" satisfies Entity, { sought }] as const,
      queryFn:
        sought === undefined
          ? skipToken
          : streamedQuery({
              streamFn: ({ signal }) => steps(sought, signal),
              reducer: (_, newest: ReverseEstimate) => newest,
              initialValue: { losses: null, done: 0, of: SEARCH_STEPS } as ReverseEstimate,
            }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: KEPT_MILLISECONDS,
      networkMode: "always",
      retry: false,
      structuralSharing: false,
    }),
};

async function* steps(sought: LossSought, signal: AbortSignal): AsyncGenerator<ReverseEstimate> {
  let search: LossSearch | null = null;
  for (let done = 1; done <= SEARCH_STEPS && !signal.aborted; done += 1) {
    search = await askPricing({ kind: "smallestLosses", input: { sought, from: search } });
    yield { losses: search.losses, done, of: SEARCH_STEPS };
  }
}
