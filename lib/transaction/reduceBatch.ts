import { batchOf } from "./batch";
import { withRefusal } from "./Intent";
import type { SafeWait } from "./SafeStanding";
import { sentBatch } from "./sentBatch";
import type { TransactionEvent } from "./TransactionEvent";
import type { Progress, TransactionState } from "./TransactionState";

type StateOf<Status extends TransactionState["status"]> = Extract<TransactionState, { status: Status }>;
type EventOf<Type extends TransactionEvent["type"]> = Extract<TransactionEvent, { type: Type }>;

/**
 * The wallet's answer to a batch. A wallet that does not send calls together has sent nothing: the intent is planned anew
 * without a batch, and reviewed again before anything else is asked.
 */
export function answeredBatch(
  state: StateOf<"awaitingSignature">,
  event: EventOf<"batchSent" | "batchRefused">,
): TransactionState {
  if (state.askedNonce === null || batchOf(state) === null) return state;
  if (event.type === "batchSent") return sentBatch(state, { batchId: event.batchId, sentNonce: state.askedNonce });
  const intent = withRefusal(state.plan.intent, { kind: "batch", why: event.why });
  return { status: "planning", intent, nonce: state.nonce };
}

/** Failures after which it is certain that the wallet took nothing. */
const NOTHING_TAKEN: readonly string[] = [
  "walletWrongChain",
  "walletAccountChanged",
  "walletUnsupported",
  "walletBusy",
  "insufficientGasFunds",
];

/** No number keeps a batch from being carried out beside a later attempt, so the wallet is asked for it before anything else can begin. */
export function failedBatch(state: StateOf<"awaitingSignature">, code: string): TransactionState {
  const { plan, finished, nonce, askedNonce } = state;
  if (askedNonce === null || NOTHING_TAKEN.includes(code))
    return { status: "walletFailed", plan, finished, nonce, code };
  return { status: "unclear", plan, finished, nonce, askedNonce, knownHashes: [], isLookedAt: false };
}

/** What becomes of a batch that the wallet has taken. Words about another batch change nothing. */
export function reduceBatch(state: TransactionState, event: TransactionEvent): TransactionState {
  if (state.status !== "batchSent" || !("batchId" in event) || event.batchId !== state.batchId) return state;
  const { plan, finished, nonce, batchId, sentNonce } = state;
  const progress: Progress = { plan, finished, nonce };
  switch (event.type) {
    case "batchIncluded": {
      const { hash, blockNumber, isSuccess, revert } = event;
      const sent = { ...progress, hash, sentNonce, earlierHashes: [], batchId };
      return isSuccess
        ? { ...sent, status: "pending", blockNumber, confirmations: 1 }
        : { ...sent, status: "reverted", blockNumber, revert };
    }
    case "batchSentOther": {
      const { hash, differences } = event;
      return { ...progress, status: "sentOther", hash, sentNonce, earlierHashes: [], batchId, differences };
    }
    case "batchFailed":
      return { ...progress, status: "batchFailed", batchId, sentNonce };
    case "batchForgotten": {
      const { knownHashes = [] } = state;
      return { ...progress, status: "unclear", askedNonce: sentNonce, knownHashes, isLookedAt: true, batchId };
    }
    case "batchDelayed":
      return delayed(state, event);
    default:
      return state;
  }
}

/** A Safe that is silent for once still stands as it stood. */
function delayed(state: StateOf<"batchSent">, { delay, safe = state.safe }: EventOf<"batchDelayed">): TransactionState {
  if (delay === state.delay && isSameWait(safe, state.safe)) return state;
  return safe === undefined ? { ...state, delay } : { ...state, delay, safe };
}

function isSameWait(a: SafeWait | undefined, b: SafeWait | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (["nonce", "signed", "needed", "owners", "isShown"] as const).every((field) => a[field] === b[field]);
}
