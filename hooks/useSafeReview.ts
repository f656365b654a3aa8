"use client";

import { useQuery } from "@tanstack/react-query";
import { reviewQueries } from "@/lib/queries/reviewQueries";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import { useChainSource } from "./useChainSource";

/** Is the plan's account a Safe, and which hashes would its owners sign? Null: nothing is asked. */
export function useSafeReview(plan: SharedPlan | null) {
  return useQuery(reviewQueries.safe(useChainSource(), plan));
}
