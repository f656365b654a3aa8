"use client";

import { useQuery } from "@tanstack/react-query";
import { accountQueries } from "@/lib/queries/accountQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** What has this address in every vault? One position a vault, empty ones too; skipped without an address. */
export function usePositions(account: Address | undefined) {
  return useQuery(accountQueries.positions(useChainSource(), account));
}
