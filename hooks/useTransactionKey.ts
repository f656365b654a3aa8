"use client";

import { useMemo } from "react";
import { useWallet } from "./useWallet";

/** Under which key does the cache hold the account's write? */
export function useTransactionKey() {
  const { account, appChainId } = useWallet();
  return useMemo(
    () => ["transaction", { chainId: appChainId, account: account?.toLowerCase() ?? null }] as const,
    [appChainId, account],
  );
}
