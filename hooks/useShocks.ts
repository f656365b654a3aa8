"use client";

import { useMemo, useSyncExternalStore } from "react";
import { type ListedShock, listedShocks, newShockId, type ShockEdit } from "@/lib/risk/stress/listedShocks";
import { keepShock, resetShock, shockEdits } from "./shockEdits";

/** Which shocks are there, with what this browser keeps of changes to them? And the ways to change that. */
export function useShocks(): {
  readonly shocks: readonly ListedShock[];
  /** An id for the next of one's own. */
  readonly newId: string;
  readonly keep: (edit: ShockEdit) => void;
  /** Takes back what was changed, or one's own as a whole. */
  readonly reset: (id: string) => void;
} {
  const { subscribe, read, readOnServer } = shockEdits;
  const edits = useSyncExternalStore(subscribe, read, readOnServer);
  const shocks = useMemo(() => listedShocks(edits), [edits]);
  return { shocks, newId: newShockId(edits), keep: keepShock, reset: resetShock };
}
