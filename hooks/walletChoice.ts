import { isResuming } from "@/lib/wallets/walletConnect/resume";

/** Whether the wallet choice is open. State of the one window, known to every button that opens it. A page that was loaded to go on with it begins so. */
let isOpen = isResuming();
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
