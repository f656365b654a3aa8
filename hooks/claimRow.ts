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

/** Where the account's write stands, and what it is for; undefined while there is none. */
export type WriteSeen = { readonly status: TransactionState["status"]; readonly intent: Intent | undefined };

/** What follows for the row from where the account's write stands: the row then, and the intent to start now. */
export function claimStep(
  row: ClaimRow,
  { status, intent: own }: WriteSeen,
): { readonly row: ClaimRow; readonly start: Intent | null } {
  const current = row.intents[row.at];
  if (current === undefined) return { row, start: null };
  if (own === undefined || !isSameIntent(own, current)) {
    // Before it is seen there may still be news of an older write; after it, somebody did something else.
    return { row: row.isSeen ? NO_CLAIMS : row, start: null };
  }
  if (status !== "confirmed") return { row: row.isSeen ? row : { ...row, isSeen: true }, start: null };
  const next = row.intents[row.at + 1];
  if (next === undefined) return { row: NO_CLAIMS, start: null };
  return { row: { ...row, at: row.at + 1, isSeen: false }, start: next };
}

/** What a row sees of the account's write. */
export function writeSeen(state: TransactionState): WriteSeen {
  const { status } = state;
  if ("intent" in state) return { status, intent: state.intent };
  return { status, intent: "plan" in state ? state.plan?.intent : undefined };
}
