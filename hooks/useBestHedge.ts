"use client";

import { useQuery } from "@tanstack/react-query";
import { type HedgeTask, partQueries } from "@/lib/queries/partQueries";

/** Which deposit would make the shortfall smallest? Sought in the worker; undefined asks nothing. */
export function useBestHedge(task: HedgeTask | undefined) {
  const { data, error, isFetching } = useQuery(partQueries.hedge(task));
  return { found: data, isRunning: isFetching, failure: error?.message };
}
