"use client";

import { notifyManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { earliestExpiry } from "@/lib/vault/earliestExpiry";
import type { Vault } from "@/lib/vault/Vault";

/**
 * When does the first running epoch end, as far as the page has read? Null when it read no vault that runs. Looks only at
 * what is cached: what stands outside a page must not cost requests of its own.
 */
export function useKnownExpiry(now: UnixSeconds | undefined): UnixSeconds | null {
  const queries = useQueryClient();
  const subscribe = useCallback(
    (onChange: () => void) => queries.getQueryCache().subscribe(notifyManager.batchCalls(onChange)),
    [queries],
  );
  const read = () => (now === undefined ? null : earliestExpiry(cachedVaults(queries), now));
  return useSyncExternalStore(subscribe, read, () => null);
}

function cachedVaults(queries: QueryClient): readonly Vault[] {
  const lists = queries.getQueriesData<readonly Vault[]>({ queryKey: ["vaults"] });
  const details = queries.getQueriesData<Vault>({ queryKey: ["vault"] });
  return [...lists.flatMap(([, vaults]) => vaults ?? []), ...details.flatMap(([, vault]) => vault ?? [])];
}
