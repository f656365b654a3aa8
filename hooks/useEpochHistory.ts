"use client";

import { useQuery } from "@tanstack/react-query";
import { historyQueries } from "@/lib/queries/historyQueries";
import type { Vault } from "@/lib/vault/Vault";
import { useChainSource } from "./useChainSource";

/** Which epochs has this vault settled? Oldest first, losing ones among them. */
export function useEpochHistory(vault: Vault | undefined) {
  const source = useChainSource();
  return useQuery({
    ...historyQueries.ofVaults(source, vault && [vault]),
    select: ([history]) => history?.pastEpochs ?? [],
  });
}
