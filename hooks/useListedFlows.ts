"use client";

import { useQuery } from "@tanstack/react-query";
import type { ListedFlows } from "@/lib/protocols/listed/readListedFlows";
import { activityQueries } from "@/lib/queries/activityQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

export type { ListedFlows };

/** What did this address move through the registry's contracts of other protocols? Read again once a write is confirmed. */
export function useListedFlows(account: Address) {
  return useQuery(activityQueries.inOthers(useChainSource(), account));
}
