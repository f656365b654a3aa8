"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useAccount } from "wagmi";
import { shareTransaction, type TabBrowser } from "./shareTransaction";
import { leaveTransaction } from "./transactionCache";
import type { TransactionOwner } from "./transactionKey";
import { useChainTime } from "./useChainTime";
import { useTransactionDispatch } from "./useTransactionDispatch";
import { useTransactionOwner } from "./useTransactionOwner";

const TAB: TabBrowser = {
  get locks() {
    return globalThis.navigator?.locks;
  },
  onStored: (name, listener) => {
    const heard = ({ key }: StorageEvent) => {
      if (key === name || key === null) listener();
    };
    addEventListener("storage", heard);
    return () => removeEventListener("storage", heard);
  },
};

/** What changes around the account's write? Takes it up when its account appears, and shares it with the other tabs; tells it of another account, another chain and of passing time. */
export function useTransactionSurroundings(): void {
  const queries = useQueryClient();
  const owner = useTransactionOwner();
  const dispatch = useTransactionDispatch();
  const { chainId } = useAccount();
  const now = useChainTime(15)?.now;
  const last = useRef<TransactionOwner | null>(null);
  // Synchronises with the wallet: the account before is told who came after it. A wallet that only left may come back.
  useEffect(() => {
    if (owner === null) return;
    if (last.current) leaveTransaction(queries, last.current, owner.account);
    last.current = owner;
  }, [queries, owner]);
  // Synchronises with the browser's storage and its other tabs.
  useEffect(() => (owner ? shareTransaction(queries, owner, TAB) : undefined), [queries, owner]);
  // Synchronises with the wallet.
  useEffect(() => {
    if (chainId !== undefined) dispatch({ type: "chainChanged", chainId });
  }, [dispatch, chainId]);
  // Synchronises with the chain's clock: permits run out.
  useEffect(() => {
    if (now !== undefined) dispatch({ type: "timePassed", now });
  }, [dispatch, now]);
}
