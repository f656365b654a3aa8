import { batchOf } from "./batch";
import { isSent, isUnsettled } from "./isUnderWay";
import type { TransactionState } from "./TransactionState";

/**
 * The transaction number that an earlier attempt may still use, so that the next one has to use it too and at most one of them
 * is ever mined; null when nothing binds it. A batch has no number. Once a person was told that the number is used, it binds no more.
 */
export function boundNumber(state: TransactionState): number | null {
  switch (state.status) {
    case "dropped":
      return state.batchId === undefined ? state.sentNonce : null;
    case "unclear":
      return state.isLookedAt || state.batchId !== undefined || batchOf(state) !== null ? null : state.askedNonce;
    case "blocked":
      return state.reason.kind === "numberUsed" ? null : state.nonce;
    case "reverted":
    case "replaced":
    case "cancelled":
      return isUnsettled(state) && state.batchId === undefined ? state.sentNonce : null;
    default:
      return "nonce" in state && !isSent(state) ? (state.nonce ?? null) : null;
  }
}

/**
 * The same write, bound to a number that another attempt left; what was reviewed without it is planned and reviewed anew. What the
 * wallet was already asked for goes on as it is.
 */
export function boundTo(state: TransactionState, number: number | null): TransactionState {
  if (number === null || number === boundNumber(state)) return state;
  switch (state.status) {
    case "planning":
    case "blocked":
    case "rejected":
    case "walletFailed":
    case "signedOther":
      return { ...state, nonce: number };
    case "awaitingSignature":
      if (state.askedNonce !== null) return state;
      return { status: "planning", intent: state.plan.intent, nonce: number };
    case "simulating":
    case "simulated":
      return { status: "planning", intent: state.plan.intent, nonce: number };
    default:
      return state;
  }
}

/** Nothing under way; what an attempt that was put away may still use is kept. */
export function atRest(state: TransactionState): Extract<TransactionState, { status: "idle" }> {
  const nonce = boundNumber(state);
  return nonce === null ? { status: "idle" } : { status: "idle", nonce };
}
