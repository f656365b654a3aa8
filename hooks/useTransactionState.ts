"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { IDLE, transactionKey } from "./transactionKey";
import { useTransactionOwner } from "./useTransactionOwner";

/** Where does the account's write stand? */
export function useTransactionState(): TransactionState {
  const queryKey = transactionKey(useTransactionOwner());
  const { data } = useQuery<TransactionState>({ queryKey, queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY });
  return data ?? IDLE;
}
