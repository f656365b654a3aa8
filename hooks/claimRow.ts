import { type Intent, isSameIntent } from "@/lib/transaction/Intent";
import type { TransactionState } from "@/lib/transaction/TransactionState";

/** Claims to be made one after the other, the place of the one whose turn it is, and whether its write has been seen. */
export type ClaimRow = {
  readonly intents: readonly Intent[];
  readonly at: number;
  readonly isSeen: boolean;
};

/** No row is under way. */
export const NO_CLAIMS: ClaimRow = { intents: [], at: 0, isSeen: false };

/** What follows for the row from where the account's write stands: the row then, and the intent to start now. */
export function claimStep(
  row: ClaimRow,
  state: TransactionState,
): { readonly row: ClaimRow; readonly start: Intent | null } {
  const current = row.intents[row.at];
  if (current === undefined) return { row, start: null };
  const own = intentOf(state);
  if (own === undefined || !isSameIntent(own, current)) {
    // Before it is seen there may still be news of an older write; after it, somebody did something else.
    return { row: row.isSeen ? NO_CLAIMS : row, start: null };
  }
  if (state.status !== "confirmed") return { row: row.isSeen ? row : { ...row, isSeen: true }, start: null };
  const next = row.intents[row.at + 1];
  if (next === undefined) return { row: NO_CLAIMS, start: null };
  return { row: { ...row, at: row.at + 1, isSeen: false }, start: next };
}

function intentOf(state: TransactionState): Intent | undefined {
  if ("intent" in state) return state.intent;
  return "plan" in state ? state.plan?.intent : undefined;
}
