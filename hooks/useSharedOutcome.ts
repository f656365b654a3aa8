"use client";

import { useQuery } from "@tanstack/react-query";
import { reviewQueries } from "@/lib/queries/reviewQueries";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import { useChainSource } from "./useChainSource";

/** What would a shared plan do now? Null: nothing is asked. */
export function useSharedOutcome(plan: SharedPlan | null) {
  return useQuery(reviewQueries.outcome(useChainSource(), plan));
}
