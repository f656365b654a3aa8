"use client";

import { useTransactionDriver } from "@/hooks/useTransactionDriver";

/** Carries the connected account's write on. Draws nothing. */
export function TransactionDriver() {
  useTransactionDriver();
  return null;
}
