import { getAddress, UserRejectedRequestError } from "viem";
import { type CreateConnectorFn, createConnector } from "wagmi";
import type { ChainClient } from "@/lib/chain/createChainClient";
import type { DemoProvider } from "./createDemoProvider";
import { DEMO_ACCOUNTS } from "./demoAccounts";
import { DemoRequests } from "./demoRequests";

/** How the connector is found among others. */
export const DEMO_WALLET_ID = "xyz.ballast.demo";

/** What the demo wallet's connector has besides a connector's usual parts. */
export type DemoWalletParts = {
  readonly requests: DemoRequests;
};

const STORED_ACCOUNT = "demoWallet.account";

type Stored = { [STORED_ACCOUNT]: number };

/**
 * The demo wallet as a connector: local profile only. Keys and signing are loaded when it is first used.
 */
export function demoWallet(client: ChainClient): CreateConnectorFn<DemoProvider, DemoWalletParts, Stored> {
  const requests = new DemoRequests();
  let accountIndex: number = DEMO_ACCOUNTS[0].index;
  let provider: DemoProvider | undefined;
  const getProvider = async () => {
    const { createDemoProvider } = await import("./createDemoProvider");
    provider ??= createDemoProvider({ client, requests, accountIndex: () => accountIndex });
    return provider;
  };
  const getAccounts = async () => {
    const accounts = await (await getProvider()).request({ method: "eth_accounts" });
    return (accounts as readonly string[]).map((account) => getAddress(account));
  };
  return createConnector<DemoProvider, DemoWalletParts, Stored>(({ storage }) => ({
    id: DEMO_WALLET_ID,
    name: "Demo wallet",
    type: "demoWallet",
    icon: ICON,
    requests,
    getProvider,
    getAccounts,
    getChainId: async () => client.chain.id,
    isAuthorized: async () => (await storage?.getItem(STORED_ACCOUNT)) !== null,
    connect: async ({ isReconnecting } = {}) => {
      const stored = isReconnecting ? await storage?.getItem(STORED_ACCOUNT) : null;
      const answer = typeof stored === "number" ? { accountIndex: stored } : await requests.ask({ kind: "connect" });
      if (answer === null) throw new UserRejectedRequestError(new Error("rejected in the demo wallet"));
      accountIndex = answer.accountIndex;
      await storage?.setItem(STORED_ACCOUNT, accountIndex);
      return { accounts: (await getAccounts()) as never, chainId: client.chain.id };
    },
    disconnect: async () => {
      await storage?.removeItem(STORED_ACCOUNT);
    },
    onAccountsChanged: () => undefined,
    onChainChanged: () => undefined,
    onDisconnect: () => undefined,
  }));
}

/** The load line, drawn for the wallet list. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' rx='6' fill='%23123b5d'/%3E%3Cg fill='none' stroke='%23fff' stroke-width='2'%3E%3Ccircle cx='14' cy='14' r='6'/%3E%3Cpath d='M4 14h20'/%3E%3C/g%3E%3C/svg%3E";
