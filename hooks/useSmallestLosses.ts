"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { reverseQueries } from "@/lib/queries/reverseQueries";
import type { LossSought } from "@/lib/risk/stress/smallestLosses";
import { stoppedFailure } from "./stoppedFailure";
import { useStop } from "./useStop";

/** Which moves are the smallest that lose so much? Sought in the worker and shown as they are found; what was stopped keeps what it had. */
export function useSmallestLosses(sought: LossSought | undefined) {
  const query = reverseQueries.smallest(sought);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...query,
    placeholderData: keepPreviousData,
  });
  return {
    estimate: data,
    isRunning: isFetching,
    isOfLastTask: isPlaceholderData,
    failure: stoppedFailure(error),
    cancel: useStop(query.queryKey),
    restart: () => void refetch(),
  };
}
