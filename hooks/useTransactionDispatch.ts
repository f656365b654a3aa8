"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import { changeTransaction } from "./transactionCache";
import { useTransactionOwner } from "./useTransactionOwner";

/** How does something that happened reach the account's write? False: the event did not fit (none does without an account). */
export function useTransactionDispatch(): (event: TransactionEvent) => boolean {
  const queries = useQueryClient();
  const owner = useTransactionOwner();
  return useCallback(
    (event) => owner !== null && changeTransaction(queries, owner, (state) => reduceTransaction(state, event)),
    [queries, owner],
  );
}
