/** What stands in the amount field of a vault, and in which vault: state of the one window, as the field is elsewhere than its readers. */
export type TypedDeposit = { readonly vault: string; readonly text: string };

const NOTHING: TypedDeposit = { vault: "", text: "" };

let typed = NOTHING;
const listeners = new Set<() => void>();

/** Tells what was typed, as typed; an empty text when the field is empty or gone. */
export function setTypedDeposit(vault: string, text: string): void {
  typed = text === "" ? NOTHING : { vault: vault.toLowerCase(), text };
  for (const listener of listeners) listener();
}

/** What is in the field now? */
export function typedDeposit(): TypedDeposit {
  return typed;
}

/** On the server nothing was typed. */
export function nothingTyped(): TypedDeposit {
  return NOTHING;
}

/** Hears every change. */
export function subscribeTypedDeposit(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
