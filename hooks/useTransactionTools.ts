"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAccount, useConfig } from "wagmi";
import type { WalletClient } from "@/lib/chain/WalletClient";
import type { Tools } from "@/lib/protocols/ballast/perform/perform";
import { resume } from "@/lib/transaction/resume";
import { changeTransaction } from "./transactionCache";
import { useChainSource } from "./useChainSource";
import { useTransactionDispatch } from "./useTransactionDispatch";
import { useTransactionOwner } from "./useTransactionOwner";
import { useWallet } from "./useWallet";

/** With what is the account's write carried out? Null while nobody is connected. */
export function useTransactionTools(): Tools | null {
  const source = useChainSource();
  const queries = useQueryClient();
  const config = useConfig();
  const owner = useTransactionOwner();
  const record = useTransactionDispatch();
  const { chainId } = useAccount();
  const { isSafe } = useWallet();
  return useMemo(() => {
    if (owner === null || chainId === undefined) return null;
    const { account } = owner;
    const wallet = async () => {
      const { getConnectorClient } = await import("wagmi/actions");
      return (await getConnectorClient(config, { account, assertChainId: false })) as WalletClient;
    };
    return {
      source,
      planner: { account, walletChainId: chainId, isSafe, newId: () => crypto.randomUUID() },
      wallet,
      record,
      answer: (observation) => changeTransaction(queries, owner, (state) => resume(state, observation)),
    };
  }, [source, queries, config, owner, record, chainId, isSafe]);
}
