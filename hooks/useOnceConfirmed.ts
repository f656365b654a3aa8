"use client";

import { useState } from "react";
import { useTransactionState } from "./useTransactionState";

/** Was a write just confirmed? Calls `reset` once for each, while rendering, so that what was typed for it is not offered again. */
export function useOnceConfirmed(reset: () => void): void {
  const state = useTransactionState();
  const confirmed = state.status === "confirmed" ? state.hash : null;
  const [seen, setSeen] = useState(confirmed);
  if (confirmed === seen) return;
  setSeen(confirmed);
  if (confirmed !== null) reset();
}
