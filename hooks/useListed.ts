"use client";

import { type UseQueryResult, useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ListedOutcome } from "@/lib/protocols/listed/readListed";
import { listedQueries } from "@/lib/queries/listedQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";
import { useTransactionState } from "./useTransactionState";

export type { ListedOutcome };

/** What do the registry's vaults of other protocols say, and what have these addresses there? One list an address; for nobody's ask with none. */
export function useListed(accounts: readonly Address[]) {
  const source = useChainSource();
  const queries = useQueryClient();
  const state = useTransactionState();
  const confirmed = state.status === "confirmed" ? state.hash : null;
  // The query cache follows what a write did.
  useEffect(() => {
    if (confirmed !== null) void queries.invalidateQueries({ queryKey: listedQueries.prefix });
  }, [confirmed, queries]);
  const asked: readonly (Address | undefined)[] = accounts.length === 0 ? [undefined] : accounts;
  return useQueries({
    queries: asked.map((account) => listedQueries.all(source, account)),
    combine: joined,
  });
}

function joined(results: readonly UseQueryResult<readonly ListedOutcome[]>[]) {
  const known = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    /** Of all addresses, one after the other; undefined until all are known. */
    outcomes: known.length === results.length ? known.flat() : undefined,
    error: results.find(({ error }) => error)?.error ?? null,
  };
}
