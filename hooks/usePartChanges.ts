"use client";

import type { LossTask } from "@/lib/queries/lossQueries";
import { partQueries } from "@/lib/queries/partQueries";
import { useRunning } from "./useRunning";

/** What does each part of a book change by in so many scenarios? Computed in the worker; undefined asks nothing. */
export function usePartChanges(task: LossTask | undefined) {
  return useRunning(partQueries.changes(task));
}
