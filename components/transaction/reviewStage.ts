import { currentStep } from "@/lib/transaction/nextCommand";
import type { Progress, TransactionState } from "@/lib/transaction/TransactionState";

/** Where a write's news belongs: in the review, in the corner as a toast, or nowhere. */
export type Place = "nowhere" | "review" | "toast";

/** An approval on its way keeps the review open, because another step follows; what acts goes to the corner once sent. */
export function placeOf(state: TransactionState): Place {
  switch (state.status) {
    case "idle":
      return "nowhere";
    case "planning":
    case "simulating":
    case "simulated":
    case "blocked":
    case "awaitingSignature":
    case "rejected":
    case "walletFailed":
    case "signedOther":
    case "unclear":
      return "review";
    case "broadcast":
    case "pending":
      return isApproving(state) ? "review" : "toast";
    default:
      return "toast";
  }
}

/** True while the step under way only prepares the last one. */
function isApproving(progress: Progress): boolean {
  return progress.plan.isBatch !== true && currentStep(progress)?.kind === "approve";
}

/** The plan under way, once there is one. */
export function progressOf(state: TransactionState): Progress | null {
  if (state.status === "blocked") {
    return state.plan === null ? null : { plan: state.plan, finished: [], nonce: state.nonce };
  }
  return "plan" in state && state.plan !== null && "finished" in state ? state : null;
}
