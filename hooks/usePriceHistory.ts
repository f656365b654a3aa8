"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { priceHistoryQueries } from "@/lib/queries/priceHistoryQueries";
import { useChainSource } from "./useChainSource";
import { useChainTime } from "./useChainTime";

/** What did the price feeds say day by day? Keeps the last answer while a day begins. */
export function usePriceHistory() {
  const now = useChainTime(60)?.blockTimestamp;
  return useQuery({ ...priceHistoryQueries.daily(useChainSource(), now), placeholderData: keepPreviousData });
}
