"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { reverseQueries } from "@/lib/queries/reverseQueries";
import type { LossSought } from "@/lib/risk/stress/smallestLosses";
import { useRunning } from "./useRunning";

/** Which moves are the smallest that lose so much? Sought in the worker and shown as they are found. */
export function useSmallestLosses(sought: LossSought | undefined) {
  return useRunning({ ...reverseQueries.smallest(sought), placeholderData: keepPreviousData });
}
