import type { TransactionState } from "./TransactionState";

/** Nothing is being signed and nothing is on its way or in doubt, so a new intent may begin. */
export function isFree({ status }: TransactionState): boolean {
  return !["awaitingSignature", "unclear", "broadcast", "pending", "dropped", "batchSent"].includes(status);
}

/** The wallet took it, or has sent something: a transaction, or a batch whose transaction it has not told yet. */
export function isSent(state: TransactionState): state is Extract<TransactionState, { sentNonce: number }> {
  return "sentNonce" in state;
}

/** The wallet has been asked for a part of it, or is being asked, or what it sent is not settled: one tab at a time may carry it on. */
export function isUnderWay(state: TransactionState): boolean {
  const isBetweenSteps = state.status === "simulating" || state.status === "simulated";
  return !isFree(state) || (isBetweenSteps && state.finished.length > 0);
}
