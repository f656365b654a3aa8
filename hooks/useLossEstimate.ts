"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type LossEstimate, type LossTask, lossQueries } from "@/lib/queries/lossQueries";
import { stoppedFailure } from "./stoppedFailure";
import { useStop } from "./useStop";

/** A distribution as far as it is computed, and the way to stop. */
export type RunningLoss = {
  /** Of the last task while the first figures of this one are on their way. */
  readonly estimate: LossEstimate | undefined;
  readonly isRunning: boolean;
  readonly isOfLastTask: boolean;
  readonly failure: string | undefined;
  readonly cancel: () => void;
  readonly restart: () => void;
};

/** What may be lost? Computed in the worker and shown from its first scenarios on; undefined asks nothing. What was stopped keeps the figures it had. */
export function useLossEstimate(task: LossTask | undefined): RunningLoss {
  const query = lossQueries.estimate(task);
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
