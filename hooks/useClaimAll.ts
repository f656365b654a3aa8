"use client";

import { useEffect, useState } from "react";
import type { Intent } from "@/lib/transaction/Intent";
import { claimStep, NO_CLAIMS, writeSeen } from "./claimRow";
import { useTransaction } from "./useTransaction";

/** Claims that are made one after the other, each with its own review and signature. */
export type ClaimAll = {
  /** Which one it is now, from 1; null while no row is under way. */
  readonly turn: { readonly number: number; readonly of: number } | null;
  readonly start: (intents: readonly Intent[]) => void;
};

/**
 * How are several claims made with one press? The next review opens by itself once the one before is confirmed; one that is put away,
 * or another write, ends the row.
 */
export function useClaimAll(): ClaimAll {
  const { state, intend } = useTransaction();
  const [row, setRow] = useState(NO_CLAIMS);
  // Synchronises with the account's write, which goes its own way between two presses.
  useEffect(() => {
    const step = claimStep(row, writeSeen(state));
    if (step.row !== row) setRow(step.row);
    if (step.start !== null) intend(step.start);
  }, [row, state, intend]);
  return {
    turn: row.intents.length === 0 ? null : { number: row.at + 1, of: row.intents.length },
    start: (intents) => {
      const [first] = intents;
      if (first === undefined) return;
      setRow({ intents, at: 0, isSeen: false });
      intend(first);
    },
  };
}
