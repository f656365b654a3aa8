"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAccount } from "wagmi";
import type { Tools } from "@/lib/protocols/ballast/perform/perform";
import { resume } from "@/lib/transaction/resume";
import { changeTransaction } from "./transactionCache";
import { useChainSource } from "./useChainSource";
import { useTransactionDispatch } from "./useTransactionDispatch";
import { useTransactionOwner } from "./useTransactionOwner";
import { useWallet } from "./useWallet";
import { useWalletClient } from "./useWalletClient";

/** With what is the account's write carried out? Null while nobody is connected. */
export function useTransactionTools(): Tools | null {
  const source = useChainSource();
  const queries = useQueryClient();
  const owner = useTransactionOwner();
  const record = useTransactionDispatch();
  const { chainId } = useAccount();
  const { isSafe } = useWallet();
  const wallet = useWalletClient(owner?.account);
  return useMemo(() => {
    if (owner === null || chainId === undefined) return null;
    const { account } = owner;
    return {
      source,
      planner: { account, walletChainId: chainId, isSafe, newId: () => crypto.randomUUID() },
      wallet,
      record,
      answer: (observation) => changeTransaction(queries, owner, (state) => resume(state, observation)),
    };
  }, [source, queries, wallet, owner, record, chainId, isSafe]);
}
