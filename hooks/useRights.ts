"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { rightQueries } from "@/lib/queries/rightQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";
import { useTransactionState } from "./useTransactionState";

/** Who may take what of this address, or act for it? Skipped without an address; read again once a write is confirmed. */
export function useRights(account: Address | undefined) {
  const queries = useQueryClient();
  const state = useTransactionState();
  const confirmed = state.status === "confirmed" ? state.hash : null;
  // Synchronises with the chain: a write that is in its block may have given a right or taken one back.
  useEffect(() => {
    if (confirmed !== null) void queries.invalidateQueries({ queryKey: rightQueries.all });
  }, [queries, confirmed]);
  return useQuery(rightQueries.standing(useChainSource(), account));
}
