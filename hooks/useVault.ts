"use client";

import { useQuery } from "@tanstack/react-query";
import { vaultQueries } from "@/lib/queries/vaultQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** How does this vault stand at the newest block? */
export function useVault(address: Address | undefined) {
  return useQuery(vaultQueries.detail(useChainSource(), address));
}
