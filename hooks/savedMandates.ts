import { isEmptyMandate, type Mandate } from "@/lib/risk/mandate/Mandate";
import { mandateText, parseMandate } from "@/lib/risk/mandate/mandateFile";
import type { Address } from "@/lib/vault/Token";
import { mandateKey } from "./mandateKey";

const listeners = new Set<() => void>();
const known = new Map<string, { readonly text: string | null; readonly mandate: Mandate | null }>();

/** The limits that this browser keeps for an address; the same object until they change. What cannot be read, or is not ours, is none. */
export function savedMandate(address: Address): Mandate | null {
  const key = mandateKey(address);
  const text = readText(key);
  const before = known.get(key);
  if (before !== undefined && before.text === text) return before.mandate;
  const parsed = text === null ? null : parseMandate(text);
  const mandate = parsed?.ok ? parsed.mandate : null;
  known.set(key, { text, mandate });
  return mandate;
}

/** Keeps an address's limits, or forgets them when none is left. False where the browser keeps nothing. */
export function keepMandate(address: Address, mandate: Mandate): boolean {
  const key = mandateKey(address);
  try {
    if (isEmptyMandate(mandate)) localStorage.removeItem(key);
    else localStorage.setItem(key, mandateText(mandate));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

/** Hears changes of this tab and of others. */
export function subscribeMandates(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
