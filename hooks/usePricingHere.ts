"use client";

import { useQuery } from "@tanstack/react-query";
import { pageThreadQuery } from "@/lib/queries/pricingQueries";

/**
 * What answers a pricing question on the page's own thread, at once: for what takes less time than the way to the worker and back.
 * Undefined until it is wanted and its code is there.
 */
export function usePricingHere(isWanted: boolean) {
  const { data } = useQuery(pageThreadQuery(isWanted));
  return isWanted ? data : undefined;
}
