/** Whether the wallet choice is open. State of the one window, known to every button that opens it. */
let isOpen = false;
const listeners = new Set<() => void>();

/** Opens or closes the wallet choice. */
export function setWalletChoice(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}

/** Is it open? */
export function isWalletChoiceOpen(): boolean {
  return isOpen;
}

/** Hears every change. */
export function subscribeWalletChoice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
