import { isEmptyMandate, type Mandate } from "@/lib/risk/mandate/Mandate";
import { mandateText, parseMandate } from "@/lib/risk/mandate/mandateFile";
import type { Address } from "@/lib/vault/Token";
import { type BrowserStore, browserStore } from "./browserStore";

const stores = new Map<string, BrowserStore<Mandate | null>>();

/** What this browser keeps of an address's limits: null where none is set, or where what is kept is not ours. */
export function savedMandate(address: Address): BrowserStore<Mandate | null> {
  const key = `ballast.mandate.${address.toLowerCase()}`;
  const store = stores.get(key) ?? browserStore({ key, none: null, parsed });
  stores.set(key, store);
  return store;
}

/** Keeps an address's limits, or forgets them when none is left. */
export function keepMandate(address: Address, mandate: Mandate): void {
  savedMandate(address).write(isEmptyMandate(mandate) ? "" : mandateText(mandate));
}

/** Is any limit kept for the address? Enough to know whether the code that judges it is needed. */
export function hasMandate(address: Address): boolean {
  return savedMandate(address).read() !== null;
}

function parsed(text: string): Mandate | null {
  const file = parseMandate(text);
  return file.ok ? file.mandate : null;
}
