"use client";

import { useQuery } from "@tanstack/react-query";
import { accountQueries } from "@/lib/queries/accountQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** What have these addresses, in coins and in every vault? Skipped while there are none. */
export function useHoldings(accounts: readonly Address[]) {
  return useQuery(accountQueries.holdings(useChainSource(), accounts));
}
