"use client";

import { useCallback, useState } from "react";
import { ToastRegion } from "@/components/ui/ToastRegion";
import { useReplacement } from "@/hooks/useReplacement";
import { useTransaction } from "@/hooks/useTransaction";
import { placeOf } from "./reviewStage";
import { TransactionReview } from "./TransactionReview";
import { transactionToast } from "./transactionToast";

/** The account's write on screen: its review while it can be signed, its toast once it was sent. */
export function TransactionNews() {
  const transaction = useTransaction();
  const { state, dismiss, retry } = transaction;
  const replacement = useReplacement();
  const [hidden, setHidden] = useState<string | null>(null);
  const onDismiss = useCallback(
    (id: string) => {
      setHidden(id);
      dismiss();
    },
    [dismiss],
  );
  const place = placeOf(state);
  const toast = place === "toast" ? transactionToast({ state, onRetry: retry, replacement }) : null;
  return (
    <>
      {place === "review" && state.status !== "idle" ? (
        <TransactionReview transaction={transaction} state={state} replacement={replacement} />
      ) : null}
      <ToastRegion toasts={toast && toast.id !== hidden ? [toast] : []} onDismiss={onDismiss} />
    </>
  );
}
