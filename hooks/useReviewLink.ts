"use client";

import { useQuery } from "@tanstack/react-query";
import { reviewQueries } from "@/lib/queries/reviewQueries";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { useChainSource } from "./useChainSource";

/** Which address shows this plan to somebody else? Undefined until it is wanted. */
export function useReviewLink(plan: TransactionPlan, isWanted: boolean): string | undefined {
  const { data } = useQuery(reviewQueries.link(useChainSource(), plan, isWanted));
  return data === undefined ? undefined : `${location.origin}/review#${data}`;
}
