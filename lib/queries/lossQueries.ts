import { queryOptions, skipToken, experimental_streamedQuery as streamedQuery } from "@tanstack/react-query";
import { type ChangesSoFar, joinedChanges } from "@/lib/risk/loss/joinedChanges";
import type { LossQuestion } from "@/lib/risk/loss/LossQuestion";
import type { LossSummary } from "@/lib/risk/loss/LossSummary";
import { askPricing } from "./pricingQueries";
import type { Entity } from "./refreshedPerBlock";

/** A distribution under way: its figures from so many scenarios so far, of how many. Why there is none, where the law has none. */
export type LossEstimate = {
  readonly summary: LossSummary | null;
  readonly done: number;
  readonly of: number;
  readonly refused: string | null;
};

/** A question, so many scenarios of it, and what tells it from every other. */
export type LossTask = { readonly question: LossQuestion; readonly scenarios: number; readonly key: string };

/** Few enough that the first figures are there before anybody waits; a multiple of the block that paths are simulated in. */
const FIRST = 2_048;
/** Of the scenarios after them: what the worker can be stopped after. */
const REST = 8_192;
const KEPT_MILLISECONDS = 300_000;

/** Loss distributions, computed by the page's worker piece by piece: each piece can be the last, and the first figures are shown at once. */
export const lossQueries = {
  estimate: (task: LossTask | undefined) =>
    queryOptions({
      queryKey: ["loss" satisfies Entity, { key: task?.key ?? null }] as const,
      queryFn:
        task === undefined
          ? skipToken
          : streamedQuery({
              streamFn: ({ signal }) => estimates(task, signal),
              reducer: (_, newest: LossEstimate) => newest,
              initialValue: { summary: null, done: 0, of: task.scenarios, refused: null } as LossEstimate,
            }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: KEPT_MILLISECONDS,
      networkMode: "always",
      retry: false,
      structuralSharing: false,
    }),
};

/** Figures from the first scenarios, how far it is after each piece, and the figures of all of them. */
async function* estimates({ question, scenarios }: LossTask, signal: AbortSignal): AsyncGenerator<LossEstimate> {
  let all: ChangesSoFar = { count: 0, chunks: [] };
  let summary: LossSummary | null = null;
  while (all.count < scenarios && !signal.aborted) {
    const count = Math.min(all.count === 0 ? FIRST : REST, scenarios - all.count);
    const chunk = await askPricing({ kind: "lossChanges", input: { question, range: { from: all.count, count } } });
    if (!chunk.ok) {
      yield { summary: null, done: all.count, of: scenarios, refused: chunk.reason };
      return;
    }
    all = { count: all.count + count, chunks: [...all.chunks, chunk.changes] };
    if (summary === null || all.count === scenarios) {
      const { book } = question;
      summary = await askPricing({ kind: "lossSummary", input: { book, changes: joinedChanges(all) } });
    }
    yield { summary, done: all.count, of: scenarios, refused: null };
  }
}
