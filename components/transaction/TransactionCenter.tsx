"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTransaction } from "@/hooks/useTransaction";

const TransactionNews = dynamic(() => import("./TransactionNews").then((module) => module.TransactionNews), {
  ssr: false,
});

/** Mounted once in the app: the review and the toasts of the account's write. Their code comes with the first write. */
export function TransactionCenter() {
  const { state } = useTransaction();
  const [isNeeded, setIsNeeded] = useState(false);
  if (!isNeeded && state.status !== "idle") setIsNeeded(true);
  return isNeeded ? <TransactionNews /> : null;
}
