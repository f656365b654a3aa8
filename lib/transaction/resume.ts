import { canBeLeft } from "./isUnderWay";
import { currentStep } from "./nextCommand";
import { sentBatch } from "./sentBatch";
import type { Observation } from "./TransactionEvent";
import type { TransactionState } from "./TransactionState";

/**
 * A state read from storage → the state to go on with. What was blocked or never put to the wallet is planned anew from the
 * chain; a question that only asks for a signature or a chain switch moves nothing by itself and is planned anew too;
 * a transaction put to the wallet is `unclear` until the chain was looked at; what was sent is followed on.
 */
export function restore(stored: TransactionState): TransactionState {
  switch (stored.status) {
    case "simulating":
    case "simulated":
      return { status: "planning", intent: stored.plan.intent, nonce: stored.nonce };
    case "awaitingSignature": {
      const kind = currentStep(stored)?.kind;
      const isSending = kind === "approve" || kind === "act";
      if (stored.askedNonce === null || !isSending) {
        return { status: "planning", intent: stored.plan.intent, nonce: stored.nonce };
      }
      const { plan, finished, nonce, askedNonce } = stored;
      return { status: "unclear", plan, finished, nonce, askedNonce, knownHashes: [], isLookedAt: false };
    }
    case "blocked":
      return { status: "planning", intent: stored.intent, nonce: stored.nonce };
    default:
      return stored;
  }
}

/**
 * The chain's answer about an `unclear` write → what it became. With the nonce unused nothing was mined, but the
 * wallet's window may still be open, or a dropped transaction come back: a new attempt is bound to the same nonce. With
 * the nonce used by another transaction, one whose hashes are known can never be mined, and planning is free again; one
 * whose hash nobody told stays `unclear`, and so does one whose number was used by nobody knows what, and the person is sent to the position, which the chain knows best. A batch has no
 * number of its own, so one that the wallet does not know stays `unclear` in the same way. An answer that brings nothing new
 * leaves the state as it is (the same object).
 */
export function resume(state: TransactionState, observation: Observation): TransactionState {
  if (state.status !== "unclear") return state;
  const { plan, finished, askedNonce, knownHashes } = state;
  switch (observation.kind) {
    case "nonceUnused":
      return { status: "planning", intent: plan.intent, nonce: askedNonce };
    case "found":
      return {
        status: "broadcast",
        delay: null,
        plan,
        finished,
        nonce: state.nonce,
        hash: observation.hash,
        sentNonce: askedNonce,
        earlierHashes: [],
      };
    case "batchKnown": {
      const { batchId } = observation;
      return sentBatch({ plan, finished, nonce: null }, { batchId, sentNonce: askedNonce, knownHashes });
    }
    case "batchUnknown":
      return state.isLookedAt ? state : { ...state, isLookedAt: true };
    case "silent":
      return canBeLeft(state) ? state : { ...state, isSilent: true };
    case "nonceUsedUnseen":
      return { ...state, isLookedAt: true };
    case "nonceUsedByOther":
      if (knownHashes.length > 0) return { status: "planning", intent: plan.intent, nonce: null };
      return { ...state, isLookedAt: true };
  }
}
