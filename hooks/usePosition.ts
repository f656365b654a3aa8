"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { accountQueries } from "@/lib/queries/accountQueries";
import type { Position } from "@/lib/vault/Position";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";

/** What has this address in this vault? Shares the request of `usePositions`. */
export function usePosition(account: Address | undefined, vault: Address) {
  const select = useCallback(
    (positions: readonly Position[]) =>
      positions.find((one) => one.vault.toLowerCase() === vault.toLowerCase()) ?? null,
    [vault],
  );
  return useQuery({ ...accountQueries.positions(useChainSource(), account), select });
}
