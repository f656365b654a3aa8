import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Address } from "@/lib/vault/Token";

/** Whose write: key of the cache, and name in storage. */
export type TransactionOwner = { readonly chainId: number; readonly account: Address };

/** Nothing under way. */
export const IDLE: TransactionState = { status: "idle" };

/** Key under which the cache holds the owner's write; null stands for nobody. */
export function transactionKey(owner: TransactionOwner | null) {
  return ["transaction", named(owner)] as const;
}

/** Key under which the cache says that it is this tab's turn to carry the owner's write on. */
export function transactionTurnKey(owner: TransactionOwner | null) {
  return ["transactionTurn", named(owner)] as const;
}

function named(owner: TransactionOwner | null) {
  return owner && { chainId: owner.chainId, account: owner.account.toLowerCase() };
}
