"use client";

import { useQuery } from "@tanstack/react-query";
import { proofQueries } from "@/lib/queries/proofQueries";
import type { Vault } from "@/lib/vault/Vault";
import { useChainSource } from "./useChainSource";

/** Has the vault's epoch, which is over, the price that its settlement needs? */
export function usePriceProof(vault: Vault) {
  return useQuery(proofQueries.price(useChainSource(), vault));
}
