import type { TransactionState } from "./TransactionState";

/** Nothing is being signed and nothing is on its way or in doubt, so a new intent may begin. */
export function isFree({ status }: TransactionState): boolean {
  return !["awaitingSignature", "unclear", "broadcast", "pending", "dropped", "batchSent"].includes(status);
}

/**
 * Nothing more may ever be heard of it, and the person has been told: what is `unclear` only once the chain or the wallet was
 * asked, or neither has answered for a while.
 */
export function canBeLeft(state: TransactionState): boolean {
  if (state.status === "unclear") return state.isLookedAt || state.isSilent === true;
  return state.status === "dropped" || (state.status === "batchSent" && state.delay !== null);
}

/** The wallet took it, or has sent something: a transaction, or a batch whose transaction it has not told yet. */
export function isSent(state: TransactionState): state is Extract<TransactionState, { sentNonce: number }> {
  return "sentNonce" in state;
}

type Undoable = Extract<TransactionState, { status: "reverted" | "replaced" | "cancelled" }>;

/** Told as ended, but so newly that a reorganisation may still undo it. */
export function isUnsettled(state: TransactionState): state is Undoable & { readonly isSettled?: never } {
  const isEnded = state.status === "reverted" || state.status === "replaced" || state.status === "cancelled";
  return isEnded && state.isSettled !== true;
}

/** The wallet has been asked for a part of it, or is being asked, or what it sent is not settled: one tab at a time may carry it on. */
export function isUnderWay(state: TransactionState): boolean {
  const isBetweenSteps = state.status === "simulating" || state.status === "simulated";
  return !isFree(state) || (isBetweenSteps && state.finished.length > 0);
}
