"use client";

import { useQuery } from "@tanstack/react-query";
import { accountQueries } from "@/lib/queries/accountQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** Which weights has this address stored for the asset? Empty when none. */
export function useStoredAllocation(account: Address | undefined, asset: Address) {
  return useQuery(accountQueries.allocation(useChainSource(), { account, asset }));
}
