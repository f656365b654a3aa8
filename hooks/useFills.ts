"use client";

import { useQuery } from "@tanstack/react-query";
import { historyQueries } from "@/lib/queries/historyQueries";
import type { Vault } from "@/lib/vault/Vault";
import { useChainSource } from "./useChainSource";

/** At what prices were the vault's options sold? Every fill on chain, oldest first; `fill.epoch` says in which epoch. */
export function useFills(vault: Vault | undefined) {
  const source = useChainSource();
  return useQuery({
    ...historyQueries.ofVaults(source, vault && [vault]),
    select: ([history]) => history?.fills ?? [],
  });
}
