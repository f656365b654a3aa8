"use client";

import { useQuery } from "@tanstack/react-query";
import type { LossTask } from "@/lib/queries/lossQueries";
import { partQueries } from "@/lib/queries/partQueries";
import { stoppedFailure } from "./stoppedFailure";
import { useStop } from "./useStop";

/** What does each part of a book change by in so many scenarios? Computed in the worker; undefined asks nothing. What was stopped keeps how far it was. */
export function usePartChanges(task: LossTask | undefined) {
  const query = partQueries.changes(task);
  const { data, error, isFetching, refetch } = useQuery(query);
  return {
    estimate: data,
    failure: stoppedFailure(error),
    isRunning: isFetching,
    cancel: useStop(query.queryKey),
    restart: () => void refetch(),
  };
}
