import { isSameDelay } from "./Delay";
import { isUnsettled } from "./isUnderWay";
import { sentBatch } from "./sentBatch";
import type { TransactionEvent } from "./TransactionEvent";
import type { Sent, TransactionState } from "./TransactionState";

type Undoable = Extract<TransactionState, { status: "reverted" | "replaced" | "cancelled" }>;
type Following = Extract<TransactionState, { status: "broadcast" | "pending" | "confirmed" | "dropped" }> | Undoable;
type Included = Extract<TransactionEvent, { type: "included" }>;

/** Blocks on top of a transaction's own, its own counted, after which it is `confirmed`. */
export const CONFIRMATIONS_NEEDED = 2;

/**
 * What the chain does with a transaction that was sent. A dropped transaction that is mined after all is taken as
 * mined; a confirmed one, or an unsettled end, that a reorganisation removes, or puts into another block, is followed again. Other hashes than its own change nothing.
 */
export function reduceSent(state: TransactionState, event: TransactionEvent): TransactionState {
  if (!isFollowing(state)) return state;
  switch (event.type) {
    case "included":
      return event.hash === state.hash ? included(state, event) : state;
    case "confirmationsCounted":
      if (isUnsettled(state)) return settled(state, event);
      return state.status === "pending" && event.hash === state.hash
        ? confirmationsCounted(state, event.confirmations)
        : state;
    case "replaced":
      return replaced(state, event);
    case "sentOther":
      return isOurs(state, event.hash)
        ? { ...sentOf(state), status: "sentOther", differences: event.differences }
        : state;
    case "replacementSent":
      return state.status === "broadcast" && event.hash === state.hash ? replacementSent(state, event) : state;
    case "delayed":
      return state.status === "broadcast" && event.hash === state.hash && !isSameDelay(state.delay, event.delay)
        ? { ...state, delay: event.delay }
        : state;
    case "dropped":
      return state.status === "broadcast" ? { ...sentOf(state), status: "dropped" } : state;
    case "reorganised":
      return state.status === "pending" || state.status === "confirmed" || isUnsettled(state)
        ? reorganised(state)
        : state;
    default:
      return state;
  }
}

function isFollowing(state: TransactionState): state is Following {
  return ["broadcast", "pending", "confirmed", "dropped"].includes(state.status) || isUnsettled(state);
}

/** Its own hash, or that of the empty transaction that is to cancel it. */
function isOurs(state: Following, hash: string): boolean {
  const cancelling = state.status === "broadcast" && state.delay?.kind === "cancelling" ? state.delay.byHash : null;
  return hash === state.hash || hash === cancelling;
}

function sentOf(state: Sent): Sent {
  const { plan, finished, nonce, hash, sentNonce, earlierHashes, batchId } = state;
  const sent = { plan, finished, nonce, hash, sentNonce, earlierHashes };
  return batchId === undefined ? sent : { ...sent, batchId };
}

/** A batch is looked for by its name again: what its transaction does in another block, however old, is compared anew. */
function reorganised(
  state: Extract<TransactionState, { status: "pending" | "confirmed" }> | Undoable,
): TransactionState {
  const { batchId, sentNonce, hash } = state;
  if (batchId === undefined) return { ...sentOf(state), status: "broadcast", delay: null };
  return sentBatch(state, { batchId, sentNonce, knownHashes: [hash] });
}

/** In another block than before, or failed there: a reorganisation put it there between two looks. */
function included(state: Following, event: Included): TransactionState {
  const isThere = "blockNumber" in state && state.blockNumber === event.blockNumber;
  if (isThere && event.isSuccess === (state.status !== "reverted")) return state;
  if (!event.isSuccess) {
    return { ...sentOf(state), status: "reverted", blockNumber: event.blockNumber, revert: event.revert };
  }
  return { ...sentOf(state), status: "pending", blockNumber: event.blockNumber, confirmations: 1 };
}

/** Enough confirmations end an act or a batch; an approval leads on to the next step, whose nonce is a fresh one. */
function confirmationsCounted(
  state: Extract<TransactionState, { status: "pending" }>,
  confirmations: number,
): TransactionState {
  if (confirmations < CONFIRMATIONS_NEEDED) {
    return confirmations === state.confirmations ? state : { ...state, confirmations };
  }
  const isApproval = state.plan.steps[state.finished.length]?.kind === "approve";
  if (isApproval && state.batchId === undefined) {
    const finished = [...state.finished, { kind: "approve" as const, hash: state.hash }];
    return { status: "simulating", plan: state.plan, finished, nonce: null };
  }
  return { ...sentOf(state), status: "confirmed", blockNumber: state.blockNumber };
}

/** Enough blocks on top of what ended it: the number is free, and an attempt that waited for that begins. */
function settled(
  state: Undoable,
  { hash, confirmations }: Extract<TransactionEvent, { type: "confirmationsCounted" }>,
): TransactionState {
  const ending = state.status === "reverted" ? state.hash : state.byHash;
  if (hash !== ending || confirmations < CONFIRMATIONS_NEEDED) return state;
  if (state.isRetried === true) return { status: "planning", intent: state.plan.intent, nonce: null };
  return { ...state, isSettled: true };
}

/** The faster one is followed in place of the other, which may still be mined; one to be cancelled is followed on. */
function replacementSent(
  state: Extract<TransactionState, { status: "broadcast" }>,
  { kind, byHash }: Extract<TransactionEvent, { type: "replacementSent" }>,
): TransactionState {
  if (kind === "cancel") return { ...state, delay: { kind: "cancelling", byHash } };
  return replaced(state, { type: "replaced", byHash, cause: "repriced" });
}

function replaced(state: Following, event: Extract<TransactionEvent, { type: "replaced" }>): TransactionState {
  if (state.status === "confirmed" || event.byHash === state.hash) return state;
  if ("byHash" in state && state.status === event.cause && state.byHash === event.byHash) return state;
  if (event.cause !== "repriced") return { ...sentOf(state), status: event.cause, byHash: event.byHash };
  const earlierHashes = [...state.earlierHashes, state.hash];
  return { ...sentOf(state), status: "broadcast", delay: null, hash: event.byHash, earlierHashes };
}
