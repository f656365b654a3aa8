"use client";

import { useState } from "react";
import type { Replacement } from "@/lib/transaction/TransactionEvent";
import { useTransactionState } from "./useTransactionState";
import { useTransactionTools } from "./useTransactionTools";

/** Speeding up and cancelling of a transaction that waits. */
export type ReplacementControl = {
  readonly replace: (kind: Replacement) => void;
  /** What the wallet is being asked for. */
  readonly asking: Replacement | null;
  /** Code of the error that kept the last one from being sent. */
  readonly failure: string | null;
};

/** How is the account's waiting transaction sped up or cancelled? One question to the wallet at a time. */
export function useReplacement(): ReplacementControl {
  const state = useTransactionState();
  const tools = useTransactionTools();
  const [asking, setAsking] = useState<Replacement | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const replace = async (kind: Replacement) => {
    if (asking !== null || tools === null || state.status !== "broadcast") return;
    setAsking(kind);
    setFailure(null);
    const { replaceSent } = await import("@/lib/protocols/ballast/perform/replaceSent");
    const answer = await replaceSent(tools.source, { sent: state, kind }, tools);
    setAsking(null);
    setFailure(answer.ok ? null : answer.code);
  };
  return { replace: (kind) => void replace(kind), asking, failure };
}
