"use client";

import { type QueryKey, type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { stoppedFailure } from "./stoppedFailure";
import { useStop } from "./useStop";

/** A computation that comes in piece by piece: how far it is, and the way to stop it and to go on. */
export type Running<Estimate> = {
  readonly estimate: Estimate | undefined;
  readonly isRunning: boolean;
  /** The estimate is of the question before, while the first of this one is on its way. */
  readonly isOfLastTask: boolean;
  readonly failure: string | undefined;
  readonly cancel: () => void;
  readonly restart: () => void;
};

/** How far is a streamed query? What was stopped keeps what it had, and has not failed. */
export function useRunning<Estimate, Key extends QueryKey>(
  query: UseQueryOptions<Estimate, Error, Estimate, Key> & { readonly queryKey: Key },
): Running<Estimate> {
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(query);
  return {
    estimate: data,
    isRunning: isFetching,
    isOfLastTask: isPlaceholderData,
    failure: stoppedFailure(error),
    cancel: useStop(query.queryKey),
    restart: () => void refetch(),
  };
}
