import type { ToastItem } from "@/components/ui/Toast";
import type { ReplacementControl } from "@/hooks/useReplacement";
import { describeBatchDelay } from "@/lib/format/describeBatch";
import { canReplace, describeDelay } from "@/lib/format/describeDelay";
import { describeSafeWait, SAFE_GAVE_UP } from "@/lib/format/describeSafe";
import { describeSentOther } from "@/lib/format/describeSigned";
import { formatAddress } from "@/lib/format/formatAddress";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { grouped } from "@/lib/format/numberText";
import { revertMessage } from "@/lib/format/revertMessage";
import { isSent } from "@/lib/transaction/isUnderWay";
import type { SafeWait } from "@/lib/transaction/SafeStanding";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { intentWords } from "./intentWords";
import { WaitingControls } from "./WaitingControls";

type News = {
  readonly state: TransactionState;
  readonly onRetry: () => void;
  readonly replacement: ReplacementControl;
};

/** The toast of a write that was sent, in the words of its state; null where there is no news for the corner. */
export function transactionToast({ state, onRetry, replacement }: News): ToastItem | null {
  if (!isSent(state)) return null;
  if (state.status === "batchSent" || state.status === "batchFailed") return batchToast(state, onRetry);
  const id = `${state.plan.id} ${newsOf(state)}`;
  const hash = <span className="mono">{formatAddress(state.hash)}</span>;
  if (state.status === "broadcast" || state.status === "pending" || state.status === "confirmed") {
    const isReplaceable = state.status === "broadcast" && canReplace(state.delay);
    const actions = isReplaceable ? <WaitingControls control={replacement} nonce={state.sentNonce} /> : hash;
    return { id, actions, ...goodNews(state) };
  }
  const isWaiting = "isRetried" in state && state.isRetried === true;
  const actions = state.status === "sentOther" || isWaiting ? hash : <Again onRetry={onRetry} />;
  const told = badNews(state);
  return { id, actions, ...told, body: isWaiting ? `${told.body} ${RETRY_WAITS}` : told.body };
}

const RETRY_WAITS = "It is tried again once one more block is there.";

/** What is news enough to come back after the one before was closed. */
function newsOf(state: SentState): string {
  if (state.status === "pending") return "broadcast";
  return state.status === "broadcast" && state.delay ? `broadcast ${state.delay.kind}` : state.status;
}

type Told = Pick<ToastItem, "kind" | "title" | "body">;
type SentState = Extract<TransactionState, { readonly hash: unknown }>;
type BatchState = Extract<TransactionState, { readonly status: "batchSent" | "batchFailed" }>;
type Waiting = Extract<BatchState, { readonly status: "batchSent" }>;
type Going = Extract<SentState, { readonly status: "broadcast" | "pending" | "confirmed" }>;

/** A batch has no transaction to name before it is in a block. */
function batchToast(state: BatchState, onRetry: () => void): ToastItem {
  const { subject, what, unharmed } = intentWords(state.plan.intent);
  if (state.status === "batchFailed") {
    const gaveUp = "Your wallet gave it up: none of its calls was carried out.";
    const body = state.plan.isSafe ? SAFE_GAVE_UP : gaveUp;
    const title = `${subject} failed, ${unharmed}`;
    return { id: `${state.plan.id} batchFailed`, kind: "failed", title, body, actions: <Again onRetry={onRetry} /> };
  }
  if (state.safe !== undefined) return safeToast(state, state.safe);
  const delay = describeBatchDelay(state.delay);
  const body = `${what}. ${delay ?? "Your wallet carries it out."}`;
  return { id: `${state.plan.id} batch ${state.delay ?? "sent"}`, kind: "pending", title: `${subject} sent`, body };
}

/** A Safe's transaction waits for people, for days perhaps: who has signed is its news, and its hash is what they compare. */
function safeToast({ plan, batchId, delay }: Waiting, safe: SafeWait): ToastItem {
  const { subject, what } = intentWords(plan.intent);
  const told = describeSafeWait(safe, delay);
  const { nonce, signed, isShown } = safe;
  const id = `${plan.id} safe ${nonce} ${signed} ${isShown} ${delay ?? "sent"}`;
  if (isShown === false) return { id, kind: "failed", title: told.what, body: `${told.why} ${told.next}` };
  const body = `${what}. ${told.what} ${told.why} ${told.next}`;
  const actions = <span className="mono break-all">{batchId}</span>;
  return { id, kind: "pending", title: `${subject} is in your Safe, number ${nonce}`, body, actions };
}

function goodNews(state: Going): Told {
  const { subject, what } = intentWords(state.plan.intent);
  switch (state.status) {
    case "broadcast":
      return {
        kind: "pending",
        title: `${subject} sent`,
        body: `${what}. ${describeDelay(state.delay) ?? "Waiting for its block."}`,
      };
    case "pending":
      return {
        kind: "pending",
        title: `${subject} is in block ${grouped(state.blockNumber.toString())}`,
        body: `${what}. Waiting for one more block.`,
      };
    case "confirmed":
      return { kind: "confirmed", title: `${subject} confirmed`, body: confirmedText(state.plan, what) };
  }
}

function badNews(state: Exclude<SentState, Going>): Told {
  const { subject, unharmed } = intentWords(state.plan.intent);
  switch (state.status) {
    case "reverted": {
      const reason = state.revert === null ? null : revertMessage(state.revert);
      const why = reason === null ? "The contract refused." : `${reason.what} ${reason.why}`;
      return { kind: "failed", title: `${subject} failed, ${unharmed}`, body: `${why} Only the network fee was paid.` };
    }
    case "replaced": {
      const body = `Your wallet sent ${formatAddress(state.byHash)} in its place. Look at your position before you try again.`;
      return { kind: "replaced", title: `${subject} was replaced`, body };
    }
    case "cancelled": {
      const body = `Only the network fee was paid, ${unharmed}.`;
      return { kind: "replaced", title: `${subject} was cancelled in your wallet`, body };
    }
    case "sentOther": {
      const { what, why, next } = describeSentOther(state);
      return { kind: "failed", title: what, body: `${why} ${next}` };
    }
    case "dropped": {
      const body = "It may still come back. A new attempt uses the same number, so at most one is ever carried out.";
      return { kind: "failed", title: `${subject} was dropped by the network`, body };
    }
  }
}

/** What the confirmed write leads to, with its date. */
function confirmedText({ intent, consequences, blockTimestamp }: TransactionPlan, what: string): string {
  const executes = consequences.find(({ kind }) => kind === "executesAt");
  if (executes?.kind !== "executesAt") return `${what}.`;
  const date = formatUtcDate(executes.at, blockTimestamp);
  const by = executes.isFixed ? `on ${date}` : `by ${date}`;
  return intent.kind === "deposit"
    ? `${what}. It joins ${by}; claim your shares after that.`
    : `${what}. It leaves ${by}; claim it after that.`;
}

function Again({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <button type="button" className="link" onClick={onRetry}>
      Try again
    </button>
  );
}
