import { OPENED_WALLET_PATH } from "@/lib/config/openedWallet";

const RESUME = "walletConnect.resume";

/** Loads the page anew, as one that may reach WalletConnect's relay, to go on there. Rejects when the app's server does not answer. */
export async function reopenPage(): Promise<void> {
  const answer = await fetch(OPENED_WALLET_PATH, { method: "POST" });
  if (!answer.ok) throw new RangeError(`The server answered ${answer.status}.`);
  sessionStorage.setItem(RESUME, "1");
  location.reload();
}

/** Pages that are loaded from now on reach no relay. Where the server does not answer, they stay able to until the cookie ends. */
export async function forgetOpened(): Promise<void> {
  await fetch(OPENED_WALLET_PATH, { method: "DELETE" }).catch(() => undefined);
}

/** Was this page loaded to go on with WalletConnect? */
export function isResuming(): boolean {
  return typeof window !== "undefined" && sessionStorage.getItem(RESUME) !== null;
}

/** The same, once: whoever is told yes goes on. */
export function takeResuming(): boolean {
  const isThere = isResuming();
  if (isThere) sessionStorage.removeItem(RESUME);
  return isThere;
}
