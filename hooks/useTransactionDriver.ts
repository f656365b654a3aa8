"use client";

import { useEffect } from "react";
import { isUnderWay } from "@/lib/transaction/isUnderWay";
import { useTransactionState } from "./useTransactionState";
import { useTransactionSurroundings } from "./useTransactionSurroundings";
import { useTransactionTools } from "./useTransactionTools";
import { useTransactionTurn } from "./useTransactionTurn";

/** What carries the account's write on? Mounted once: does what each state asks for. The code for it is loaded when there is something to do. */
export function useTransactionDriver(): void {
  const state = useTransactionState();
  const tools = useTransactionTools();
  const isOurTurn = useTransactionTurn();
  useTransactionSurroundings();
  // Synchronises with the chain and the wallet: each state's one command is carried out.
  useEffect(() => {
    if (state.status === "idle" || tools === null || (isUnderWay(state) && !isOurTurn)) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    void import("@/lib/protocols/ballast/perform/perform").then(({ perform }) => {
      if (!isGone) stop = perform(state, tools);
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [state, tools, isOurTurn]);
}
