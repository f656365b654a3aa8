import { queryOptions, skipToken, experimental_streamedQuery as streamedQuery } from "@tanstack/react-query";
import {
  type BestHedge,
  type BestHedgeInput,
  bestOf,
  type Hedge,
  type HedgeCandidate,
  hedgePairs,
  pairCount,
} from "@/lib/risk/bestHedge";
import type { LossTask } from "./lossQueries";
import { askPricing } from "./pricingQueries";
import type { Entity } from "./refreshedPerBlock";

/** Changes of a book's parts under way: whole once `columns` is there. Why there are none, where the law has none. */
export type PartEstimate = {
  readonly columns: readonly Float64Array[] | null;
  readonly done: number;
  readonly of: number;
  readonly refused: string | null;
};

/** The best so far, null before anything was tried; and how much of it all was tried. */
export type HedgeEstimate = { readonly found: BestHedge | null; readonly done: number; readonly of: number };

/** Changes of a book and of what might be added, and what is sought for the least shortfall; `key` tells it from every other. */
export type HedgeTask = { readonly input: BestHedgeInput; readonly key: string };

/** What the worker can be stopped after, and progress is told by. */
const CHUNK = 2_048;
const KEPT_MILLISECONDS = 300_000;
const PURE = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: KEPT_MILLISECONDS,
  networkMode: "always",
  retry: false,
  structuralSharing: false,
} as const;

/** What amounts of vaults would do, computed by the page's worker: the same question has the same answer, so nothing is ever stale. */
export const partQueries = {
  changes: (task: LossTask | undefined) =>
    queryOptions({
      queryKey: ["parts" satisfies Entity, { key: task?.key ?? null }] as const,
      queryFn:
        task === undefined
          ? skipToken
          : streamedQuery({
              streamFn: ({ signal }) => estimates(task, signal),
              reducer: (_, newest: PartEstimate) => newest,
              initialValue: { columns: null, done: 0, of: task.scenarios, refused: null } as PartEstimate,
            }),
      ...PURE,
    }),

  hedge: (task: HedgeTask | undefined) =>
    queryOptions({
      queryKey: ["hedge" satisfies Entity, { key: task?.key ?? null }] as const,
      queryFn:
        task === undefined
          ? skipToken
          : streamedQuery({
              streamFn: ({ signal }) => hedges(task.input, signal),
              reducer: (_, newest: HedgeEstimate) => newest,
              initialValue: { found: null, done: 0, of: mixCount(task.input.candidates) } as HedgeEstimate,
            }),
      ...PURE,
    }),
};

async function* estimates({ question, scenarios }: LossTask, signal: AbortSignal): AsyncGenerator<PartEstimate> {
  const chunks: (readonly Float64Array[])[] = [];
  for (let from = 0; from < scenarios && !signal.aborted; from += CHUNK) {
    const count = Math.min(CHUNK, scenarios - from);
    const chunk = await askPricing({ kind: "partChanges", input: { question, range: { from, count } } });
    if (!chunk.ok) {
      yield { columns: null, done: from, of: scenarios, refused: chunk.reason };
      return;
    }
    chunks.push(chunk.parts);
    const done = from + count;
    yield { columns: done === scenarios ? joined(chunks, scenarios) : null, done, of: scenarios, refused: null };
  }
}

function mixCount({ length }: BestHedgeInput["candidates"]): number {
  return length + pairCount(length);
}

/** Vault by vault, then pair by pair. */
async function* hedges({ candidates, ...asked }: BestHedgeInput, signal: AbortSignal): AsyncGenerator<HedgeEstimate> {
  const { before } = await askPricing({ kind: "hedge", input: { ...asked, mix: [] } });
  const tried: Hedge[] = [];
  const of = mixCount(candidates);
  if (of === 0) yield { found: bestOf([], before), done: 0, of };
  const left: (readonly HedgeCandidate[])[] = candidates.map((candidate) => [candidate]);
  for (let mix = left.shift(); mix !== undefined && !signal.aborted; mix = left.shift()) {
    tried.push(await askPricing({ kind: "hedge", input: { ...asked, mix } }));
    if (tried.length === candidates.length) left.push(...hedgePairs(candidates, tried));
    yield { found: bestOf(tried, before), done: tried.length, of };
  }
}

function joined(chunks: readonly (readonly Float64Array[])[], scenarios: number): readonly Float64Array[] {
  return (chunks[0] ?? []).map((_, part) => {
    const column = new Float64Array(scenarios);
    let from = 0;
    for (const chunk of chunks) {
      column.set(chunk[part] ?? [], from);
      from += chunk[part]?.length ?? 0;
    }
    return column;
  });
}
