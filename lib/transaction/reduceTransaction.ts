import type { Hex } from "@/lib/vault/Token";
import { batchOf } from "./batch";
import { atRest, boundNumber } from "./boundNumber";
import { type Intent, isSameIntent, withRefusal } from "./Intent";
import { canBeLeft, isFree, isUnsettled } from "./isUnderWay";
import { currentStep } from "./nextCommand";
import { answeredBatch, failedBatch, reduceBatch } from "./reduceBatch";
import { reduceSent } from "./reduceSent";
import type { TransactionEvent } from "./TransactionEvent";
import type { FinishedStep, Progress, TransactionState } from "./TransactionState";

/**
 * The life of one write: state and event → next state. Pure and total: an event that does not fit leaves the state as
 * it is (the same object), so late and repeated answers of wallets and nodes do no harm.
 *
 * Never sends twice: a wallet is asked only on entering `awaitingSignature` and once (`asked`); from there only the
 * chain or the wallet leads on; where an earlier attempt may still be mined, the next one is bound to its nonce, also after
 * the news of it was put away.
 */
export function reduceTransaction(state: TransactionState, event: TransactionEvent): TransactionState {
  switch (event.type) {
    case "intended":
      return isFree(state) ? { status: "planning", intent: event.intent, nonce: boundNumber(state) } : state;
    case "planned":
      return planned(state, event);
    case "blocked":
      return blocked(state, event);
    case "simulated":
      return simulated(state, event);
    case "accepted":
      return state.status === "simulated"
        ? { ...progressOf(state), status: "awaitingSignature", askedNonce: null, networkFeeWei: state.networkFeeWei }
        : state;
    case "asked":
      return state.status === "awaitingSignature" && state.askedNonce === null && fitsNonce(state, event.nonce)
        ? { ...state, askedNonce: event.nonce }
        : state;
    case "accountChanged":
    case "chainChanged":
    case "timePassed":
      return surroundingsChanged(state, event);
    case "retried":
      return retried(state);
    case "dismissed":
      return isFree(state) || canBeLeft(state) ? atRest(state) : state;
    default:
      if (state.status === "awaitingSignature") return answered(state, event);
      return state.status === "batchSent" ? reduceBatch(state, event) : reduceSent(state, event);
  }
}

type EventOf<Type extends TransactionEvent["type"]> = Extract<TransactionEvent, { type: Type }>;
type StateOf<Status extends TransactionState["status"]> = Extract<TransactionState, { status: Status }>;

/** The plan under way, without what belongs to one status alone. */
function progressOf(state: Progress): Progress {
  return { plan: state.plan, finished: state.finished, nonce: state.nonce };
}

/** A batch planned before a number bound the intent comes too late: it could not be kept to that number. */
function planned(state: TransactionState, event: EventOf<"planned">): TransactionState {
  if (state.status !== "planning" || !isSameIntent(state.intent, event.plan.intent)) return state;
  if (event.plan.isBatch === true && state.nonce !== null) return state;
  return { status: "simulating", plan: event.plan, finished: [], nonce: state.nonce };
}

function simulated(state: TransactionState, event: EventOf<"simulated">): TransactionState {
  if (state.status !== "simulating" || event.planId !== state.plan.id || event.step !== state.finished.length) {
    return state;
  }
  const { networkFeeWei, isCompared, witnesses } = event;
  const simulated = { ...progressOf(state), status: "simulated", networkFeeWei, isCompared } as const;
  return witnesses === undefined ? simulated : { ...simulated, witnesses };
}

/** A plan can be taken back until the wallet is asked. */
function blocked(state: TransactionState, event: EventOf<"blocked">): TransactionState {
  if (state.status === "planning") return event.planId === null ? blockedBy(state, event.reason) : state;
  const isUnasked = state.status === "awaitingSignature" && state.askedNonce === null;
  const isThisPlan = (state.status === "simulating" || isUnasked) && event.planId === state.plan.id;
  return isThisPlan ? blockedBy(state, event.reason) : state;
}

function blockedBy(
  state: StateOf<"planning" | "simulating" | "simulated" | "awaitingSignature">,
  reason: StateOf<"blocked">["reason"],
): TransactionState {
  const plan = state.status === "planning" ? null : state.plan;
  return { status: "blocked", intent: intentOf(state), plan, reason, nonce: state.nonce };
}

function intentOf(state: Exclude<TransactionState, { status: "idle" }>): Intent {
  return "intent" in state ? state.intent : state.plan.intent;
}

/** A transaction must take the nonce that an earlier, dropped one had; signatures and chain switches have none. */
function fitsNonce(state: Progress, nonce: number): boolean {
  const kind = currentStep(state)?.kind;
  return state.nonce === null || nonce === state.nonce || kind === "permit" || kind === "switchChain";
}

/** The wallet's answer to the one question that was put to it. */
function answered(state: StateOf<"awaitingSignature">, event: TransactionEvent): TransactionState {
  if (state.askedNonce === null) return state;
  const kind = currentStep(state)?.kind;
  switch (event.type) {
    case "rejected":
      return { ...progressOf(state), status: "rejected" };
    case "walletFailed":
      return walletFailed(state, event.code);
    case "signedOther":
      return kind === "permit"
        ? { ...progressOf(state), status: "signedOther", differences: event.differences }
        : state;
    case "chainSwitched":
      return kind === "switchChain" && event.chainId === state.plan.chainId
        ? stepFinished(state, { kind: "switchChain" })
        : state;
    case "permitSigned":
      return kind === "permit" ? stepFinished(state, { kind: "permit", signature: event.signature }) : state;
    case "sent":
      return isSending(state) && batchOf(state) === null ? broadcast(state, event.hash, state.askedNonce) : state;
    case "batchSent":
    case "batchRefused":
      return answeredBatch(state, event);
    default:
      return state;
  }
}

/** Failures of a wallet, or of a Ledger, that no second try mends: it has no way to sign the message. */
const SIGNS_NO_PERMIT: readonly string[] = ["walletUnsupported", "ledgerUnsupportedTypedData"];

/**
 * A wallet that fails may have sent all the same: until the chain was looked at, only the asked nonce may be used. One that
 * cannot sign a permit at all is asked to approve by a transaction instead, after another review.
 */
function walletFailed(state: StateOf<"awaitingSignature">, code: string): TransactionState {
  if (currentStep(state)?.kind === "permit" && SIGNS_NO_PERMIT.includes(code)) {
    return { status: "planning", intent: withRefusal(state.plan.intent, { kind: "permit" }), nonce: state.nonce };
  }
  if (batchOf(state) !== null) return failedBatch(state, code);
  const nonce = isSending(state) ? state.askedNonce : state.nonce;
  return { ...progressOf(state), nonce, status: "walletFailed", code };
}

function isSending(state: Progress): boolean {
  const kind = currentStep(state)?.kind;
  return kind === "approve" || kind === "act";
}

/** On to the next step, which is simulated afresh before anybody is asked again. */
function stepFinished(state: Progress, finished: FinishedStep): TransactionState {
  return { plan: state.plan, finished: [...state.finished, finished], nonce: state.nonce, status: "simulating" };
}

function broadcast(state: Progress, hash: Hex, sentNonce: number): TransactionState {
  return { ...progressOf(state), status: "broadcast", delay: null, hash, sentNonce, earlierHashes: [] };
}

/** Before anything is sent, another account, another chain or a permit out of date takes the plan back. */
function surroundingsChanged(
  state: TransactionState,
  event: EventOf<"accountChanged" | "chainChanged" | "timePassed">,
): TransactionState {
  const isAsked = state.status === "awaitingSignature" && state.askedNonce !== null;
  if (
    isAsked ||
    !(state.status === "simulating" || state.status === "simulated" || state.status === "awaitingSignature")
  ) {
    return state;
  }
  const { plan } = state;
  if (event.type === "accountChanged") {
    const isSame = event.account?.toLowerCase() === plan.account.toLowerCase();
    return isSame ? state : blockedBy(state, { kind: "accountChanged" });
  }
  if (event.type === "chainChanged") {
    const isFine = event.chainId === plan.chainId || currentStep(state)?.kind === "switchChain";
    return isFine ? state : blockedBy(state, { kind: "chainChanged", chainId: event.chainId });
  }
  const isExpired = plan.steps.some((step) => step.kind === "permit" && step.message.deadline <= event.now);
  return isExpired ? blockedBy(state, { kind: "permitExpired" }) : state;
}

/**
 * Always plans anew: what was approved or permitted meanwhile is read from the chain, so nothing is done twice. Where an
 * earlier transaction may still be mined, the chain is looked at first; where a reorganisation may still bring it back, that is waited for.
 */
function retried(state: TransactionState): TransactionState {
  switch (state.status) {
    case "blocked":
      return { status: "planning", intent: state.intent, nonce: boundNumber(state) };
    case "rejected":
    case "signedOther":
      return { status: "planning", intent: state.plan.intent, nonce: state.nonce };
    case "walletFailed":
      return state.nonce === null
        ? { status: "planning", intent: state.plan.intent, nonce: null }
        : unclear(state, state.nonce, []);
    case "dropped":
      return unclear(state, state.sentNonce, [state.hash, ...state.earlierHashes]);
    case "reverted":
    case "cancelled":
    case "replaced":
      if (isUnsettled(state)) return state.isRetried === true ? state : { ...state, isRetried: true };
      return { status: "planning", intent: state.plan.intent, nonce: null };
    case "batchFailed":
      return { status: "planning", intent: state.plan.intent, nonce: null };
    default:
      return state;
  }
}

function unclear(state: Progress, askedNonce: number, knownHashes: readonly Hex[]): TransactionState {
  return { ...progressOf(state), status: "unclear", askedNonce, knownHashes, isLookedAt: false };
}
