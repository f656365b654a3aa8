"use client";

import { type HedgeTask, partQueries } from "@/lib/queries/partQueries";
import { useRunning } from "./useRunning";

/** Which deposit would make the shortfall smallest? Sought in the worker; undefined asks nothing. */
export function useBestHedge(task: HedgeTask | undefined) {
  return useRunning(partQueries.hedge(task));
}
