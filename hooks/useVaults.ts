"use client";

import { useQuery } from "@tanstack/react-query";
import { vaultQueries } from "@/lib/queries/vaultQueries";
import { useChainSource } from "./useChainSource";

/** Which vaults are there, and how do they stand at the newest block? */
export function useVaults() {
  return useQuery(vaultQueries.list(useChainSource()));
}
