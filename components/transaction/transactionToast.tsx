import type { ToastItem } from "@/components/ui/Toast";
import { formatAddress } from "@/lib/format/formatAddress";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { grouped } from "@/lib/format/numberText";
import { revertMessage } from "@/lib/format/revertMessage";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { intentWords } from "./intentWords";

type News = { readonly state: TransactionState; readonly onRetry: () => void };

/** The toast of a write that was sent, in the words of its state; null where there is no news for the corner. */
export function transactionToast({ state, onRetry }: News): ToastItem | null {
  if (!("hash" in state)) return null;
  const { subject, what, unharmed } = intentWords(state.plan.intent);
  const id = `${state.plan.id} ${state.status === "pending" ? "broadcast" : state.status}`;
  const hash = <span className="mono">{formatAddress(state.hash)}</span>;
  const again = <Again onRetry={onRetry} />;
  switch (state.status) {
    case "broadcast":
      return {
        id,
        kind: "pending",
        title: `${subject} sent`,
        body: <>{what}. Waiting for its block.</>,
        actions: hash,
      };
    case "pending":
      return {
        id,
        kind: "pending",
        title: `${subject} is in block ${grouped(state.blockNumber.toString())}`,
        body: <>{what}. Waiting for one more block.</>,
        actions: hash,
      };
    case "confirmed":
      return {
        id,
        kind: "confirmed",
        title: `${subject} confirmed`,
        body: <>{confirmedText(state.plan, what)}</>,
        actions: hash,
      };
    case "reverted": {
      const reason = state.revert === null ? null : revertMessage(state.revert);
      const why = reason === null ? "The contract refused." : `${reason.what} ${reason.why}`;
      return {
        id,
        kind: "failed",
        title: `${subject} failed, ${unharmed}`,
        body: <>{why} Only the network fee was paid.</>,
        actions: again,
      };
    }
    case "replaced":
      return {
        id,
        kind: "replaced",
        title: `${subject} was replaced`,
        body: (
          <>Your wallet sent {formatAddress(state.byHash)} in its place. Look at your position before you try again.</>
        ),
        actions: again,
      };
    case "cancelled":
      return {
        id,
        kind: "replaced",
        title: `${subject} was cancelled in your wallet`,
        body: <>Only the network fee was paid, {unharmed}.</>,
        actions: again,
      };
    case "dropped":
      return {
        id,
        kind: "failed",
        title: `${subject} was dropped by the network`,
        body: <>It may still come back. A new attempt uses the same number, so at most one is ever carried out.</>,
        actions: again,
      };
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
