"use client";

import { useQuery } from "@tanstack/react-query";
import { historyQueries } from "@/lib/queries/historyQueries";
import type { Vault } from "@/lib/vault/Vault";
import { useChainSource } from "./useChainSource";

/** What did these vaults do so far? Past epochs and fills, in the order of `vaults`; waits until the vaults are known. */
export function useVaultHistories(vaults: readonly Vault[] | undefined) {
  return useQuery(historyQueries.ofVaults(useChainSource(), vaults));
}
