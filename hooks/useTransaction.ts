"use client";

import { useMemo } from "react";
import type { Intent } from "@/lib/transaction/Intent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { useTransactionDispatch } from "./useTransactionDispatch";
import { useTransactionState } from "./useTransactionState";

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
  const state = useTransactionState();
  const dispatch = useTransactionDispatch();
  const verbs = useMemo(
    () => ({
      intend: (intent: Intent) => void dispatch({ type: "intended", intent }),
      accept: () => void dispatch({ type: "accepted" }),
      retry: () => void dispatch({ type: "retried" }),
      dismiss: () => void dispatch({ type: "dismissed" }),
    }),
    [dispatch],
  );
  return { state, ...verbs };
}
