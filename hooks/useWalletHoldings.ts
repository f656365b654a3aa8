"use client";

import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { accountQueries } from "@/lib/queries/accountQueries";
import type { Address } from "@/lib/vault/Token";
import { useChainSource } from "./useChainSource";
import { type WalletReadings, walletReadings } from "./walletReadings";

/** What do these addresses hold themselves, in no vault? Undefined until each has been answered or failed. */
export function useWalletHoldings(accounts: readonly Address[]): WalletReadings | undefined {
  const source = useChainSource();
  const tokens = useQueries({
    queries: accounts.map((account) => accountQueries.walletTokens(source, account)),
    combine: answers,
  });
  const options = useQueries({
    queries: accounts.map((account) => accountQueries.ownOptions(source, account)),
    combine: answers,
  });
  return useMemo(() => walletReadings(tokens, options), [tokens, options]);
}

function answers<Value>(results: readonly UseQueryResult<Value>[]) {
  return results.map(({ data, error }) => ({ data, error }));
}
