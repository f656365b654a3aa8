"use client";

import { useQuery } from "@tanstack/react-query";
import { type HedgeTask, partQueries } from "@/lib/queries/partQueries";
import { stoppedFailure } from "./stoppedFailure";
import { useStop } from "./useStop";

/** Which deposit would make the shortfall smallest? Sought in the worker; undefined asks nothing. What was stopped keeps the best so far. */
export function useBestHedge(task: HedgeTask | undefined) {
  const query = partQueries.hedge(task);
  const { data, error, isFetching, refetch } = useQuery(query);
  return {
    estimate: data,
    isRunning: isFetching,
    failure: stoppedFailure(error),
    cancel: useStop(query.queryKey),
    restart: () => void refetch(),
  };
}
