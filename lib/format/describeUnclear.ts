import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Message } from "./Message";

type Unclear = Extract<TransactionState, { readonly status: "unclear" }>;

const LOOK = "Look at your position: if the request is not there, close this and start again.";
/** A window that is confirmed later would do it beside the new attempt. */
const REFUSE = "If its window is still open in your wallet, refuse it there first.";
/** Nothing else can begin before it is known, or left. */
const ONCE = "Nothing is sent twice.";

/** What is known of a request that the wallet was asked for and that nobody has seen since, and what to do. */
export function describeUnclear(state: Unclear): Message {
  return state.plan.isBatch === true ? ofBatch(state) : ofCall(state);
}

function ofBatch({ isLookedAt, isSilent }: Unclear): Message {
  if (isLookedAt) {
    return {
      what: "Your wallet does not know what became of it.",
      why: "It was asked to send the calls together, and does not know that request. It is asked again while this is open.",
      next: `${REFUSE} ${LOOK}`,
    };
  }
  if (isSilent) {
    return {
      what: "Your wallet does not say what became of it.",
      why: "It was asked to send the calls together, and gives no answer. Unlock it, or open it: it is asked again while this is open.",
      next: `If it waits in your wallet, refuse it there first. ${LOOK}`,
    };
  }
  return {
    what: "Asking your wallet what became of it.",
    why: "It was asked to send the calls together, and gave no answer.",
    next: ONCE,
  };
}

function ofCall({ askedNonce, isLookedAt, isSilent }: Unclear): Message {
  if (isLookedAt) {
    return {
      what: "The chain does not tell what became of it.",
      why: `Your wallet used transaction number ${askedNonce} for something else.`,
      next: LOOK,
    };
  }
  if (isSilent) {
    return {
      what: "No node tells what became of it.",
      why: "Your wallet was asked before, and the chain cannot be read now. It is tried again while this is open.",
      next: `If it waits in your wallet, refuse it there first. ${LOOK}`,
    };
  }
  return {
    what: "Looking at the chain.",
    why: "Your wallet was asked before, so the chain is looked at first.",
    next: ONCE,
  };
}
