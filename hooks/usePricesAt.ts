"use client";

import { useQuery } from "@tanstack/react-query";
import { activityQueries } from "@/lib/queries/activityQueries";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { useChainSource } from "./useChainSource";

/** What did the price feeds say at these times? Ascending, each once; skipped without any. */
export function usePricesAt(times: readonly UnixSeconds[] | undefined) {
  return useQuery(activityQueries.pricesAt(useChainSource(), times));
}
