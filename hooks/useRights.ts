"use client";

import { useQuery } from "@tanstack/react-query";
import { rightQueries } from "@/lib/queries/rightQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";
import { useTransactionState } from "./useTransactionState";

/** Who may take what of this address, or act for it? Skipped without an address; read again once a write is confirmed. */
export function useRights(account: Address | undefined) {
  const state = useTransactionState();
  const afterBlock = state.status === "confirmed" ? state.blockNumber : null;
  return useQuery(rightQueries.standing(useChainSource(), { account, afterBlock }));
}
