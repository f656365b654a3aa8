import type { QueryClient } from "@tanstack/react-query";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import { restore } from "@/lib/transaction/resume";
import { deserialiseTransaction, serialiseTransaction, storageKey } from "@/lib/transaction/storedTransaction";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Address } from "@/lib/vault/Token";
import { IDLE, type TransactionOwner, transactionKey } from "./transactionKey";

/** Changes the owner's write, in storage first: what is on screen is never ahead of what survives a reload. False: nothing changed. */
export function changeTransaction(
  queries: QueryClient,
  owner: TransactionOwner,
  change: (state: TransactionState) => TransactionState,
): boolean {
  const key = transactionKey(owner);
  const before = queries.getQueryData<TransactionState>(key) ?? IDLE;
  const after = change(before);
  if (after === before) return false;
  store(owner, after);
  queries.setQueryData(key, after);
  return true;
}

/** Takes up what the owner left behind before a reload, unless something is under way here already. */
export function resumeTransaction(queries: QueryClient, owner: TransactionOwner): void {
  const key = transactionKey(owner);
  const current = queries.getQueryData<TransactionState>(key);
  if (current && current.status !== "idle") return;
  const stored = deserialiseTransaction(read(owner));
  if (stored.ok) queries.setQueryData(key, restore(stored.state));
}

/** Another account is connected: a write of the one before that nobody signed is taken back. The same account changes nothing. */
export function leaveTransaction(queries: QueryClient, left: TransactionOwner, account: Address): boolean {
  return changeTransaction(queries, left, (state) => reduceTransaction(state, { type: "accountChanged", account }));
}

/** A browser that keeps nothing (private windows, full storage) still signs; it only cannot resume. */
function store({ chainId, account }: TransactionOwner, state: TransactionState): void {
  try {
    const name = storageKey(chainId, account);
    if (state.status === "idle") localStorage.removeItem(name);
    else localStorage.setItem(name, serialiseTransaction(state));
  } catch {
    return;
  }
}

function read({ chainId, account }: TransactionOwner): string | null {
  try {
    return localStorage.getItem(storageKey(chainId, account));
  } catch {
    return null;
  }
}
