"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { type LossEstimate, type LossTask, lossQueries } from "@/lib/queries/lossQueries";
import { type Running, useRunning } from "./useRunning";

/** A distribution as far as it is computed, and the way to stop. */
export type RunningLoss = Running<LossEstimate>;

/** What may be lost? Computed in the worker and shown from its first scenarios on; undefined asks nothing. */
export function useLossEstimate(task: LossTask | undefined): RunningLoss {
  return useRunning({ ...lossQueries.estimate(task), placeholderData: keepPreviousData });
}
