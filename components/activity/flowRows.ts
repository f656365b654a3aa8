import type { CashFlow } from "@/lib/vault/cashFlows";
import type { Vault } from "@/lib/vault/Vault";
import type { VaultBook } from "./activityBook";

/** A flow and whose it is. */
export type FlowRow = { readonly flow: CashFlow; readonly vault: Vault };

/** What each kind of flow is called. */
export const FLOW_WORDS: Readonly<Record<CashFlow["kind"], string>> = {
  deposit: "Deposit",
  withdrawal: "Withdrawal",
  returned: "Deposit taken back",
  sharesReceived: "Shares received",
  sharesSent: "Shares sent",
};

/** The flows of all books, the newest first. */
export function flowRows(books: readonly VaultBook[]): readonly FlowRow[] {
  return books
    .flatMap(({ vault, basis }) => basis.flows.map((flow) => ({ flow, vault })))
    .toReversed()
    .toSorted((a, b) => Number(b.flow.at - a.flow.at));
}
