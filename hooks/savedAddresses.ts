import { parseAddressList } from "@/lib/vault/parseAddressList";
import type { Address } from "@/lib/vault/Token";

/** Sets of addresses that somebody wanted to come back to, newest first. */
export type AddressSets = readonly (readonly Address[])[];

const KEY = "ballast.watched";
const MOST_SETS = 20;
const NONE: AddressSets = [];

const listeners = new Set<() => void>();
let known: { readonly text: string | null; readonly sets: AddressSets } = { text: null, sets: NONE };

/** What this browser keeps; the same object until that changes. What cannot be read, or is not ours, is nothing. */
export function savedAddresses(): AddressSets {
  const text = readText();
  if (text !== known.text) known = { text, sets: parsed(text) };
  return known.sets;
}

/** On the server nothing is kept. */
export function noSavedAddresses(): AddressSets {
  return NONE;
}

/** Puts a set first, or takes it out; a browser that keeps nothing goes on without. */
export function keepAddresses(addresses: readonly Address[], isKept: boolean): void {
  const others = savedAddresses().filter((set) => keyOf(set) !== keyOf(addresses));
  const sets = isKept ? [addresses, ...others].slice(0, MOST_SETS) : others;
  try {
    localStorage.setItem(KEY, JSON.stringify(sets.map((set) => set.join(" "))));
  } catch {
    // Storage is full or forbidden: the link itself still works.
  }
  for (const listener of listeners) listener();
}

/** Hears changes of this tab and of others. */
export function subscribeSavedAddresses(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function keyOf(addresses: readonly Address[]): string {
  return addresses.map((address) => address.toLowerCase()).join("+");
}

function readText(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function parsed(text: string | null): AddressSets {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(kept)) return NONE;
    return kept.slice(0, MOST_SETS).flatMap((line: unknown) => {
      const list = typeof line === "string" ? parseAddressList(line) : undefined;
      return list?.ok ? [list.addresses] : [];
    });
  } catch {
    return NONE;
  }
}
