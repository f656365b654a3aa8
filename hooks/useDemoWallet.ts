"use client";

import { useConnect, useConnectors } from "wagmi";
import { DEMO_ACCOUNTS, type DemoAccount } from "@/lib/wallets/demoWallet/demoAccounts";
import { DEMO_WALLET_ID, type DemoWalletParts } from "@/lib/wallets/demoWallet/demoWallet";
import { useDemoRequest } from "./useDemoRequest";

/** The demo wallet as the screens of the local profile need it. */
export type DemoWallet = {
  readonly accounts: readonly DemoAccount[];
  readonly connect: () => void;
  /** What the wallet asks now; null when nothing. */
  readonly request: ReturnType<typeof useDemoRequest>;
  /** Answers with a yes; to a connection, with the account. */
  readonly approve: (accountIndex?: number) => void;
  readonly reject: () => void;
};

/** What does the demo wallet ask, and how is it answered? Null in builds without one. */
export function useDemoWallet(): DemoWallet | null {
  const { connect } = useConnect();
  const connector = useConnectors().find(({ id }) => id === DEMO_WALLET_ID);
  const parts = connector as (typeof connector & DemoWalletParts) | undefined;
  const request = useDemoRequest(parts?.requests);
  if (!connector || !parts) return null;
  return {
    accounts: DEMO_ACCOUNTS,
    connect: () => connect({ connector }),
    request,
    approve: (accountIndex = 0) => parts.requests.answer({ accountIndex }),
    reject: () => parts.requests.answer(null),
  };
}
