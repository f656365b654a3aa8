"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { useTransactionKey } from "./useTransactionKey";

/** How does something that happened reach the account's write? Events that do not fit change nothing. */
export function useTransactionDispatch(): (event: TransactionEvent) => void {
  const queries = useQueryClient();
  const queryKey = useTransactionKey();
  return useCallback(
    (event) =>
      queries.setQueryData<TransactionState>(queryKey, (state) =>
        reduceTransaction(state ?? { status: "idle" }, event),
      ),
    [queries, queryKey],
  );
}
