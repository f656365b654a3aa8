import { expect, it } from "vitest";
import { hasOpenedWalletConnect, openedWalletCookie } from "./openedWallet";

const valueIn = (cookie: string) => /^opened-wallet=([^;]*);/.exec(cookie)?.[1];

it("default: what is set is known again, as long as WalletConnect keeps a session", () => {
  const cookie = openedWalletCookie(true, true);
  expect(hasOpenedWalletConnect(valueIn(cookie))).toBe(true);
  expect(cookie).toBe("opened-wallet=walletconnect; Path=/; Max-Age=604800; SameSite=Lax; HttpOnly; Secure");
});

it("behavior: what is taken away is not there, and ends at once", () => {
  const cookie = openedWalletCookie(false, false);
  expect(hasOpenedWalletConnect(valueIn(cookie))).toBe(false);
  expect(cookie).toBe("opened-wallet=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
});

it.each([undefined, "", "walletconnect2", "https://elsewhere.example"])("error: %s opens nothing", (cookie) => {
  expect(hasOpenedWalletConnect(cookie)).toBe(false);
});
