"use client";

import { useQuery } from "@tanstack/react-query";
import { walletQueries } from "@/lib/queries/walletQueries";
import { boundNumber } from "@/lib/transaction/boundNumber";
import type { Together } from "@/lib/transaction/Together";
import { useTransactionState } from "./useTransactionState";
import { useWallet } from "./useWallet";
import { useWalletClient } from "./useWalletClient";

/** Who would send several calls of the next write as one? Null: nobody, or not known yet. */
export function useSendsTogether(): Together | null {
  const { account, name, appChainId, isSafe } = useWallet();
  const isBound = boundNumber(useTransactionState()) !== null;
  const isAsked = account !== undefined && name !== undefined && !isSafe && !isBound;
  const asked = isAsked ? { account, name, chainId: appChainId } : null;
  const { data: isPromised } = useQuery(walletQueries.batches(asked, useWalletClient(account)));
  if (isSafe) return "safe";
  return isAsked && isPromised === true ? "wallet" : null;
}
