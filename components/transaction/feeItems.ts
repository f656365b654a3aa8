import type { KeyValue } from "@/components/ui/KeyValueList";
import { formatToken } from "@/lib/format/formatToken";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";

const COIN = { symbol: "ETH", decimals: 18 };
const KEY = "Network fee";

/**
 * What all transactions that are left cost together, with the margin that wallets add: the wallet chooses in the end. None once the last is
 * out: the receipt says what it was.
 */
export function feeItems(state: TransactionState, plan: TransactionPlan): readonly KeyValue[] {
  // What the Safe's own contract adds to it nobody can tell before the owners have signed.
  if (plan.isSafe) return [{ key: KEY, value: "paid by who executes it" }];
  const left = transactionsLeft(state, plan);
  if ("networkFeeWei" in state && state.networkFeeWei !== undefined) {
    const value = `up to about ${formatToken(state.networkFeeWei, COIN)}`;
    return [{ key: left > 1 ? `${KEY}, ${left} transactions` : KEY, value }];
  }
  if (state.status === "simulating") return [{ key: KEY, value: "after the simulation" }];
  const isOut = state.status === "broadcast" || state.status === "pending";
  return isOut && left > 1 ? [{ key: KEY, value: "of what follows: after its simulation" }] : [];
}

/** The one that is next, or out, counts; a batch is one, however many calls it has. */
function transactionsLeft(state: TransactionState, { isBatch, steps }: TransactionPlan): number {
  if (isBatch) return 1;
  const finished = "finished" in state ? state.finished.length : 0;
  return steps.slice(finished).filter(({ kind }) => kind === "approve" || kind === "act").length;
}
