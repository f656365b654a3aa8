"use client";

import { useMemo } from "react";
import type { TransactionOwner } from "./transactionKey";
import { useWallet } from "./useWallet";

/** Whose write is on screen? Null while nobody is connected. */
export function useTransactionOwner(): TransactionOwner | null {
  const { account, appChainId } = useWallet();
  return useMemo(() => (account === undefined ? null : { chainId: appChainId, account }), [account, appChainId]);
}
