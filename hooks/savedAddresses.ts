import { parseAddressList } from "@/lib/vault/parseAddressList";
import type { Address } from "@/lib/vault/Token";
import { browserStore } from "./browserStore";

/** Sets of addresses that somebody wanted to come back to, newest first. */
export type AddressSets = readonly (readonly Address[])[];

const MOST_SETS = 20;
const NONE: AddressSets = [];

/** What this browser keeps. */
export const savedAddresses = browserStore({ key: "ballast.watched", none: NONE, parsed });

/** Puts a set first, or takes it out. */
export function keepAddresses(addresses: readonly Address[], isKept: boolean): void {
  const others = savedAddresses.read().filter((set) => keyOf(set) !== keyOf(addresses));
  const sets = isKept ? [addresses, ...others].slice(0, MOST_SETS) : others;
  savedAddresses.write(JSON.stringify(sets.map((set) => set.join(" "))));
}

function keyOf(addresses: readonly Address[]): string {
  return addresses.map((address) => address.toLowerCase()).join("+");
}

function parsed(text: string): AddressSets {
  const kept: unknown = JSON.parse(text);
  if (!Array.isArray(kept)) return NONE;
  return kept.slice(0, MOST_SETS).flatMap((line: unknown) => {
    const list = typeof line === "string" ? parseAddressList(line) : undefined;
    return list?.ok ? [list.addresses] : [];
  });
}
