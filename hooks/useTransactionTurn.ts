"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { transactionTurnKey } from "./transactionKey";
import { useTransactionOwner } from "./useTransactionOwner";

/** Is it this tab that carries the account's write on? */
export function useTransactionTurn(): boolean {
  const queryKey = transactionTurnKey(useTransactionOwner());
  const { data } = useQuery<boolean>({ queryKey, queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY });
  return data ?? false;
}
