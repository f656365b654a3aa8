import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Address } from "@/lib/vault/Token";

/** Whose write: key of the cache, and name in storage. */
export type TransactionOwner = { readonly chainId: number; readonly account: Address };

/** Nothing under way. */
export const IDLE: TransactionState = { status: "idle" };

/** Key under which the cache holds the owner's write; null stands for nobody. */
export function transactionKey(owner: TransactionOwner | null) {
  return ["transaction", owner && { chainId: owner.chainId, account: owner.account.toLowerCase() }] as const;
}
