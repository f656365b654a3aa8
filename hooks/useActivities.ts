"use client";

import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { accountQueries } from "@/lib/queries/accountQueries";
import { activityQueries } from "@/lib/queries/activityQueries";
import type { Activity } from "@/lib/vault/Activity";
import type { Position } from "@/lib/vault/Position";
import type { Address } from "@/lib/vault/Token";
import { standingOf } from "./useActivity";
import { useChainSource } from "./useChainSource";
import { useVaults } from "./useVaults";

/** What did these addresses ever do in the vaults? In their order; undefined until all of it is known as of where they stand now. */
export function useActivities(accounts: readonly Address[]) {
  const source = useChainSource();
  const vaults = useVaults().data;
  const positions = useQueries({
    queries: accounts.map((account) => accountQueries.positions(source, account)),
    combine: positionsOf,
  });
  return useQueries({
    queries: accounts.map((account, index) => {
      const own = positions[index];
      return activityQueries.ofAccount(source, account, vaults && own ? standingOf(vaults, own) : undefined);
    }),
    combine: all,
  });
}

function positionsOf(results: readonly UseQueryResult<readonly Position[]>[]) {
  return results.map(({ data }) => data);
}

function all(results: readonly UseQueryResult<Activity>[]) {
  const known = results.flatMap(({ data, isPlaceholderData }) => (data && !isPlaceholderData ? [data] : []));
  return {
    activities: known.length === results.length ? known : undefined,
    failure: results.find(({ error }) => error)?.error ?? null,
  };
}
