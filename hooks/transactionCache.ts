import type { QueryClient } from "@tanstack/react-query";
import { atRest, boundNumber } from "@/lib/transaction/boundNumber";
import { isSent, isUnderWay } from "@/lib/transaction/isUnderWay";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import { deserialiseTransaction, serialiseTransaction, storageKey } from "@/lib/transaction/storedTransaction";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Address } from "@/lib/vault/Token";
import { IDLE, type TransactionOwner, transactionKey, transactionTurnKey } from "./transactionKey";

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
  keepReview(owner, after);
  if (mayShare(queries, owner, after)) keepShared(owner, isShared(after) ? after : leftBehind(owner, before, after));
  queries.setQueryData(key, after);
  return true;
}

/** What a tab has under way, its own or another's, is not written over by a tab whose turn it is not. */
function mayShare(queries: QueryClient, owner: TransactionOwner, after: TransactionState): boolean {
  const isOurs = queries.getQueryData(transactionTurnKey(owner)) === true;
  return isOurs || !(isUnderWay(after) || isUnderWay(sharedTransaction(owner)));
}

/** Another account is connected: a write of the one before that nobody signed is taken back. The same account changes nothing. */
export function leaveTransaction(queries: QueryClient, left: TransactionOwner, account: Address): boolean {
  return changeTransaction(queries, left, (state) => reduceTransaction(state, { type: "accountChanged", account }));
}

/** Keeps what concerns every tab: a write that is under way, or how it ended, or the number that it may still use. */
export function keepShared(owner: TransactionOwner, state: TransactionState): void {
  keep(() => localStorage, owner, isShared(state) ? state : atRest(state));
}

/** A number that another tab left to be used goes only with a write that was bound to it. */
function leftBehind(owner: TransactionOwner, before: TransactionState, after: TransactionState): TransactionState {
  const number = boundNumber(sharedTransaction(owner));
  const isForeign = number !== null && number !== boundNumber(before) && boundNumber(after) === null;
  return isForeign ? sharedTransaction(owner) : after;
}

/** The write that the tabs of this browser have in common, as one of them left it; idle when there is none, or none that can be read. A number it left counts for all. */
export function sharedTransaction(owner: TransactionOwner): TransactionState {
  return kept(() => localStorage, owner);
}

/** Keeps what is this tab's alone and outlives a reload: a review that nobody has signed. */
function keepReview(owner: TransactionOwner, state: TransactionState): void {
  keep(() => sessionStorage, owner, isShared(state) || state.status === "idle" ? IDLE : state);
}

/** The review that this tab had open before its reload; idle when there was none. */
export function keptReview(owner: TransactionOwner): TransactionState {
  return kept(() => sessionStorage, owner);
}

function isShared(state: TransactionState): boolean {
  return isSent(state) || isUnderWay(state);
}

/** A browser that keeps nothing (private windows, full storage) still signs; it only cannot resume. */
function keep(storage: () => Storage, { chainId, account }: TransactionOwner, state: TransactionState): void {
  try {
    const name = storageKey(chainId, account);
    if (state.status === "idle" && state.nonce === undefined) storage().removeItem(name);
    else storage().setItem(name, serialiseTransaction(state));
  } catch {
    return;
  }
}

function kept(storage: () => Storage, { chainId, account }: TransactionOwner): TransactionState {
  try {
    const stored = deserialiseTransaction(storage().getItem(storageKey(chainId, account)));
    return stored.ok ? stored.state : IDLE;
  } catch {
    return IDLE;
  }
}
