import { OPENED_WALLET_PATH } from "@/lib/config/openedWallet";

const RESUME = "walletConnect.resume";

/** How long the app's own server has to answer, in milliseconds. */
const ANSWER_WITHIN = 3_000;

/** Why a page cannot be one that reaches the relay: the browser keeps nothing for this site, or the app's server does not answer. */
export type NotOpened = "storage" | "server";

/** Loads the page anew, as one that may reach WalletConnect's relay, to go on there. Resolves only when it cannot. */
export async function reopenPage(): Promise<NotOpened> {
  try {
    sessionStorage.setItem(RESUME, "1");
  } catch {
    return "storage";
  }
  const answer = await fetch(OPENED_WALLET_PATH, { method: "POST" }).catch(() => null);
  if (!answer?.ok) {
    sessionStorage.removeItem(RESUME);
    return "server";
  }
  location.reload();
  return new Promise<never>(() => undefined);
}

/** Pages that are loaded from now on may reach the relay: a session stands that they take up. Where the server does not answer, they do not. */
export async function rememberOpened(): Promise<void> {
  await told("POST");
}

/** Pages that are loaded from now on reach no relay. Where the server does not answer, they stay able to until the cookie ends. */
export async function forgetOpened(): Promise<void> {
  await told("DELETE");
}

/** A wallet that has agreed, or was left, waits no longer for the server. */
async function told(method: "POST" | "DELETE"): Promise<void> {
  await fetch(OPENED_WALLET_PATH, { method, signal: AbortSignal.timeout(ANSWER_WITHIN) }).catch(() => undefined);
}

/** Was this page loaded to go on with WalletConnect? A browser may refuse a page its storage, in a frame above all: then it was not. */
export function isResuming(): boolean {
  try {
    return typeof window !== "undefined" && sessionStorage.getItem(RESUME) !== null;
  } catch {
    return false;
  }
}

/** The same, once: whoever is told yes goes on. */
export function takeResuming(): boolean {
  const isThere = isResuming();
  if (isThere) sessionStorage.removeItem(RESUME);
  return isThere;
}
