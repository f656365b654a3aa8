"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTransactionState } from "@/hooks/useTransactionState";

const TransactionNews = dynamic(() => import("./TransactionNews").then((module) => module.TransactionNews), {
  ssr: false,
});

/** Mounted once in the app: the review and the toasts of the account's write. Their code comes with the first write. */
export function TransactionCenter() {
  const state = useTransactionState();
  const [isNeeded, setIsNeeded] = useState(false);
  if (!isNeeded && state.status !== "idle") setIsNeeded(true);
  return isNeeded ? <TransactionNews /> : null;
}
