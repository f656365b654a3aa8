"use client";

import { useQuery } from "@tanstack/react-query";
import { feedQueries } from "@/lib/queries/feedQueries";
import { useChainSource } from "./useChainSource";

/** What do the price feeds of every pair say at the newest block? */
export function useFeeds() {
  return useQuery(feedQueries.all(useChainSource()));
}
