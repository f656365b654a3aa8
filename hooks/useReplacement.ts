"use client";

import { useState } from "react";
import type { Replacement } from "@/lib/transaction/TransactionEvent";
import type { Hex } from "@/lib/vault/Token";
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

type Asked = { readonly hash: Hex; readonly kind: Replacement; readonly failure: string | null };

/** How is the account's waiting transaction sped up or cancelled? One question a transaction at a time; each transaction begins anew. */
export function useReplacement(): ReplacementControl {
  const state = useTransactionState();
  const tools = useTransactionTools();
  const [asked, setAsked] = useState<Asked | null>(null);
  const current = state.status === "broadcast" && asked?.hash === state.hash ? asked : null;
  const isAsking = current !== null && current.failure === null;
  const replace = async (kind: Replacement) => {
    if (isAsking || tools === null || state.status !== "broadcast") return;
    const { hash } = state;
    setAsked({ hash, kind, failure: null });
    const { replaceSent } = await import("@/lib/protocols/ballast/perform/replaceSent");
    const answer = await replaceSent(tools.source, { sent: state, kind }, tools);
    setAsked(answer.ok ? null : { hash, kind, failure: answer.code });
  };
  return {
    replace: (kind) => void replace(kind),
    asking: isAsking ? current.kind : null,
    failure: current?.failure ?? null,
  };
}
