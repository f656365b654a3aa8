"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Intent } from "@/lib/transaction/Intent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { useTransactionDispatch } from "./useTransactionDispatch";
import { useTransactionKey } from "./useTransactionKey";

/** The account's one write and what a person can do about it. */
export type Transaction = {
  readonly state: TransactionState;
  /** Starts: the plan is made, checked and simulated at once; nothing is signed before `accept`. */
  readonly intend: (intent: Intent) => void;
  /** The person pressed the button under the preview. */
  readonly accept: () => void;
  /** Plans the same intent anew. */
  readonly retry: () => void;
  /** Closes what is over, or gives up what was not signed. */
  readonly dismiss: () => void;
};

/** What is the connected account's write doing? One per chain and account, the same in every component, resumed after a reload. */
export function useTransaction(): Transaction {
  const queryKey = useTransactionKey();
  const dispatch = useTransactionDispatch();
  const { data } = useQuery<TransactionState>({ queryKey, enabled: false, initialData: IDLE });
  const intend = useCallback((intent: Intent) => dispatch({ type: "intended", intent }), [dispatch]);
  const actions = useMemo(
    () => ({
      accept: () => dispatch({ type: "accepted" }),
      retry: () => dispatch({ type: "retried" }),
      dismiss: () => dispatch({ type: "dismissed" }),
    }),
    [dispatch],
  );
  return { state: data, intend, ...actions };
}

const IDLE: TransactionState = { status: "idle" };
