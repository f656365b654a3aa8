import type { Hex } from "@/lib/vault/Token";
import { batchOf } from "./batch";
import type { Intent } from "./Intent";
import { isUnsettled } from "./isUnderWay";
import type { Step } from "./TransactionPlan";
import type { Progress, Sent, TransactionState } from "./TransactionState";

/** What the shell has to do now; `none` waits for a person or for an answer that is under way. */
export type Command =
  | { readonly kind: "none" }
  /** `nonce`: the number that an earlier attempt binds it to, which a batch could not be bound to. */
  | { readonly kind: "plan"; readonly intent: Intent; readonly nonce: number | null }
  | { readonly kind: "simulate"; readonly progress: Progress }
  /** Record `asked`, store, then ask the wallet for this step; `nonce`, if any, must be the transaction's. */
  | { readonly kind: "ask"; readonly step: Step; readonly progress: Progress; readonly nonce: number | null }
  /** Look for a batch by its name; otherwise (no name) for a known hash, or for what used this nonce with the same call; then `resume`. */
  | {
      readonly kind: "observe";
      readonly progress: Progress;
      readonly nonce: number;
      readonly knownHashes: readonly Hex[];
      readonly batchId: string | null;
    }
  | { readonly kind: "follow"; readonly hash: Hex }
  | { readonly kind: "followBatch"; readonly batchId: string };

/** The step a plan under way stands at; undefined when all are done. */
export function currentStep(progress: Progress): Step | undefined {
  return progress.plan.steps[progress.finished.length];
}

/** The one thing to do next in a state. In `awaitingSignature` it asks once: as soon as `asked` is recorded there is nothing to do but wait. A dropped transaction is watched on, it may come back; a confirmed one too, until its news is put away: a reorganisation may take it out of its block; what failed, was replaced or cancelled until it is settled. A wallet that does not know a batch is asked on: it may take it later. */
export function nextCommand(state: TransactionState): Command {
  switch (state.status) {
    case "planning":
      return { kind: "plan", intent: state.intent, nonce: state.nonce };
    case "simulating":
      return { kind: "simulate", progress: state };
    case "awaitingSignature": {
      const step = currentStep(state);
      if (state.askedNonce !== null || step === undefined) return { kind: "none" };
      return { kind: "ask", step, progress: state, nonce: state.nonce };
    }
    case "broadcast":
    case "pending":
    case "confirmed":
    case "dropped":
      return following(state);
    case "reverted":
    case "replaced":
    case "cancelled":
      return isUnsettled(state) ? following(state) : { kind: "none" };
    case "batchSent":
      return { kind: "followBatch", batchId: state.batchId };
    case "unclear": {
      const batchId = state.batchId ?? batchOf(state)?.id ?? null;
      if (state.isLookedAt && batchId === null) return { kind: "none" };
      return { kind: "observe", progress: state, nonce: state.askedNonce, knownHashes: state.knownHashes, batchId };
    }
    default:
      return { kind: "none" };
  }
}

function following({ hash, batchId }: Sent): Command {
  return batchId === undefined ? { kind: "follow", hash } : { kind: "followBatch", batchId };
}
