"use client";

import { useQuery } from "@tanstack/react-query";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { useChainSource } from "./useChainSource";

/** Which address shows this plan to somebody else? The code that writes it is loaded when it is wanted; undefined until then. */
export function useReviewLink(plan: TransactionPlan, isWanted: boolean): string | undefined {
  const { deployment } = useChainSource();
  const { data } = useQuery({
    queryKey: ["reviewLink", { id: plan.id, blockNumber: plan.blockNumber.toString() }] as const,
    queryFn: async () => {
      const [{ sharedPlanOf }, { reviewFragment }] = await Promise.all([
        import("@/lib/protocols/ballast/share/sharedPlanOf"),
        import("@/lib/protocols/ballast/share/reviewFragment"),
      ]);
      return reviewFragment(sharedPlanOf(plan, deployment.addresses));
    },
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data === undefined ? undefined : `${location.origin}/review#${data}`;
}
