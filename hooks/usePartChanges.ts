"use client";

import { useQuery } from "@tanstack/react-query";
import type { LossTask } from "@/lib/queries/lossQueries";
import { partQueries } from "@/lib/queries/partQueries";

/** What does each part of a book change by in so many scenarios? Computed in the worker; undefined asks nothing. */
export function usePartChanges(task: LossTask | undefined) {
  const { data, error } = useQuery(partQueries.changes(task));
  return { estimate: data, failure: error?.message };
}
