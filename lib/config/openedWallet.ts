/**
 * The cookie by which a browser says which wallet with an origin of its own its person has opened. A page's policy cannot be widened once
 * it is loaded, so the wallet is opened by loading the page anew with this.
 */
export const OPENED_WALLET_COOKIE = "opened-wallet";

/** Where the browser asks for it (POST) and gives it back (DELETE). */
export const OPENED_WALLET_PATH = "/api/opened-wallet";

const WALLETCONNECT = "walletconnect";

/** As long as WalletConnect keeps a session: seven days. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;

/** Does the cookie, as the browser sent it, say so? */
export function hasOpenedWalletConnect(cookie: string | undefined): boolean {
  return cookie === WALLETCONNECT;
}

/** What sets the cookie, or takes it away. No script reads it, it goes to this app alone, and it says nothing about anybody. */
export function openedWalletCookie(isOpen: boolean, isSecure: boolean): string {
  const [value, seconds] = isOpen ? [WALLETCONNECT, KEPT_SECONDS] : ["", 0];
  const attributes = `Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${isSecure ? "; Secure" : ""}`;
  return `${OPENED_WALLET_COOKIE}=${value}; ${attributes}`;
}
