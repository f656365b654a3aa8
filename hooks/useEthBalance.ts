"use client";

import { useQuery } from "@tanstack/react-query";
import { accountQueries } from "@/lib/queries/accountQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** How many coins has this address? In wei. */
export function useEthBalance(account: Address | undefined) {
  return useQuery(accountQueries.coin(useChainSource(), account));
}
