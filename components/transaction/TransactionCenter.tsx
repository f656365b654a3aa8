"use client";

import { lazy, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { useTransactionState } from "@/hooks/useTransactionState";

const TransactionNews = lazy(() => import("./TransactionNews").then((module) => ({ default: module.TransactionNews })));

/** Mounted once in the app: the review and the toasts of the account's write. Their code comes with the first write. */
export function TransactionCenter() {
  const state = useTransactionState();
  const [isNeeded, setIsNeeded] = useState(false);
  if (!isNeeded && state.status !== "idle") setIsNeeded(true);
  return isNeeded ? (
    <BrowserPart>
      <TransactionNews />
    </BrowserPart>
  ) : null;
}
