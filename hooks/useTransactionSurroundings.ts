"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useAccount } from "wagmi";
import { resumeTransaction } from "./transactionCache";
import { useChainTime } from "./useChainTime";
import { useTransactionDispatch } from "./useTransactionDispatch";
import { useTransactionOwner } from "./useTransactionOwner";

/** What changes around the account's write? Resumes it when its account appears; tells it of another chain and of passing time. */
export function useTransactionSurroundings(): void {
  const queries = useQueryClient();
  const owner = useTransactionOwner();
  const dispatch = useTransactionDispatch();
  const { chainId } = useAccount();
  const now = useChainTime(15)?.now;
  // Synchronises with the browser's storage.
  useEffect(() => {
    if (owner) resumeTransaction(queries, owner);
  }, [queries, owner]);
  // Synchronises with the wallet.
  useEffect(() => {
    if (chainId !== undefined) dispatch({ type: "chainChanged", chainId });
  }, [dispatch, chainId]);
  // Synchronises with the chain's clock: permits run out.
  useEffect(() => {
    if (now !== undefined) dispatch({ type: "timePassed", now });
  }, [dispatch, now]);
}
