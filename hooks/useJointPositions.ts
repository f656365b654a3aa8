"use client";

import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { accountQueries } from "@/lib/queries/accountQueries";
import { joinPositions } from "@/lib/vault/joinPositions";
import type { Position } from "@/lib/vault/Position";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** What have these addresses in every vault, together? One multicall; undefined until all of them are known. */
export function useJointPositions(accounts: readonly Address[]) {
  const source = useChainSource();
  return useQueries({
    queries: accounts.map((account) => accountQueries.positions(source, account)),
    combine: joint,
  });
}

function joint(results: readonly UseQueryResult<readonly Position[]>[]) {
  const known = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    positions: known.length === results.length && known.length > 0 ? joinPositions(known.flat()) : undefined,
    error: results.find(({ error }) => error)?.error ?? null,
  };
}
