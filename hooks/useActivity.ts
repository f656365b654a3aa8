"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { activityQueries } from "@/lib/queries/activityQueries";
import type { Position } from "@/lib/vault/Position";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { useChainSource } from "./useChainSource";
import { useTransactionState } from "./useTransactionState";

/** What the page knows of the account by the newest block. */
type Standing = {
  readonly vaults: readonly Vault[] | undefined;
  readonly positions: readonly Position[] | undefined;
};

/** What did this address ever do in the vaults? Read again when its positions or an epoch move on, and once a write is confirmed. */
export function useActivity(account: Address | undefined, { vaults, positions }: Standing) {
  const queries = useQueryClient();
  const state = useTransactionState();
  const confirmed = state.status === "confirmed" ? state.hash : null;
  // Synchronises with the chain: a write that is in its block is a new line of the history.
  useEffect(() => {
    if (confirmed !== null) void queries.invalidateQueries({ queryKey: activityQueries.all });
  }, [queries, confirmed]);
  const standing = vaults && positions ? standingOf(vaults, positions) : undefined;
  return useQuery(activityQueries.ofAccount(useChainSource(), account, standing));
}

/** Where positions and epochs stand, in any words: what an activity is read anew for. */
export function standingOf(vaults: readonly Vault[], positions: readonly Position[]): string {
  const epochs = vaults.map(({ epoch }) => `${epoch.number}${epoch.phase}`);
  const held = positions.map(({ shares, requests }) => [shares, ...Object.values(requests)].join(" "));
  return [...epochs, ...held].join();
}
