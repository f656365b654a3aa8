import { type Address, getAddress, isAddress, UserRejectedRequestError } from "viem";
import { type Connector, type CreateConnectorFn, createConnector } from "wagmi";
import type { ChainClient } from "@/lib/chain/createChainClient";
import type { LedgerProvider } from "./createLedgerProvider";
import { isPath } from "./derivationPath";
import type { LedgerAccount, LedgerSession } from "./LedgerSession";

/** How the connector is found among others. */
const LEDGER_WALLET_ID = "xyz.ballast.ledger";

/** Lets the person choose an account of the open device; null: they turned back. */
export type ChooseLedgerAccount = (session: LedgerSession) => Promise<LedgerAccount | null>;

/** What the Ledger's connector has besides a connector's usual parts. */
export type LedgerWalletParts = {
  /** The one session with the device; made, and its code loaded, at the first call. */
  readonly session: () => Promise<LedgerSession>;
  /** Says who lets the person choose; null, as at first: nobody, and nothing is connected. */
  readonly setChooser: (choose: ChooseLedgerAccount | null) => void;
  /** Did the person compare the connected account's address on the device, in this browser? */
  readonly isAddressChecked: () => Promise<boolean>;
  /** Shows the connected account's address on the device; remembered once it is confirmed there. */
  readonly checkAddress: () => Promise<void>;
};

const STORED_ACCOUNT = "ledgerWallet.account";
const CHECKED_ADDRESSES = "ledgerWallet.checkedAddresses";

/** What a connector has besides, when it is the Ledger's; null for every other. */
export function ledgerParts(connector: Connector | undefined): LedgerWalletParts | null {
  return connector?.id === LEDGER_WALLET_ID ? (connector as Connector & LedgerWalletParts) : null;
}

type Stored = { [STORED_ACCOUNT]: LedgerAccount; [CHECKED_ADDRESSES]: readonly Address[] };

/**
 * A Ledger over USB as a connector. After a reload the account is known from storage, and the device is needed only when
 * something is signed. Neither kit nor session is loaded before the first use. `clients`: the chains that the app is set
 * up for, the one that it is on first.
 */
export function ledgerWallet(
  clients: readonly [ChainClient, ...ChainClient[]],
  loadSession: () => Promise<LedgerSession> = newSession,
): CreateConnectorFn<LedgerProvider, LedgerWalletParts, Stored> {
  let chainId = clients[0].chain.id;
  let account: LedgerAccount | null = null;
  let chooser: ChooseLedgerAccount | null = null;
  let session: Promise<LedgerSession> | undefined;
  let provider: Promise<LedgerProvider> | undefined;
  const getSession = () => {
    session ??= loadSession();
    return session;
  };
  return createConnector<LedgerProvider, LedgerWalletParts, Stored>(({ storage, emitter }) => {
    const switchTo = (wanted: number) => {
      chainId = wanted;
      emitter.emit("change", { chainId });
    };
    const makeProvider = async () => {
      const { createLedgerProvider } = await import("./createLedgerProvider");
      const setting = { clients, chainId: () => chainId, switchChain: switchTo, account: () => account };
      return createLedgerProvider({ ...setting, session: await getSession() });
    };
    // Every connector is asked for its provider at each page load: this one loads its code when it is first used.
    const lateProvider: LedgerProvider = {
      request: async (asked) => {
        provider ??= makeProvider();
        return (await provider).request(asked);
      },
    };
    const getProvider = async () => lateProvider;
    const getAccounts = async () => (account === null ? [] : [getAddress(account.address)]);
    const checkedAddresses = async () => asAddresses(await storage?.getItem(CHECKED_ADDRESSES));
    return {
      id: LEDGER_WALLET_ID,
      name: "Ledger",
      type: "ledger",
      icon: ICON,
      session: getSession,
      setChooser: (choose) => {
        chooser = choose;
      },
      isAddressChecked: async () => account !== null && (await checkedAddresses()).includes(account.address),
      checkAddress: async () => {
        if (account === null) {
          const { WalletDisconnectedError } = await import("@/lib/errors/walletErrors");
          throw new WalletDisconnectedError();
        }
        const { address } = account;
        await (await getSession()).showAddress(account);
        await storage?.setItem(CHECKED_ADDRESSES, [...new Set([...(await checkedAddresses()), address])]);
      },
      getProvider,
      getAccounts,
      getChainId: async () => chainId,
      isAuthorized: async () => asAccount(await storage?.getItem(STORED_ACCOUNT)) !== null,
      connect: async ({ isReconnecting } = {}) => {
        const stored = isReconnecting ? asAccount(await storage?.getItem(STORED_ACCOUNT)) : null;
        const chosen = stored ?? (await chooser?.(await getSession())) ?? null;
        if (chosen === null) throw new UserRejectedRequestError(new RangeError("no account was chosen"));
        account = chosen;
        await storage?.setItem(STORED_ACCOUNT, account);
        return { accounts: (await getAccounts()) as never, chainId };
      },
      disconnect: async () => {
        account = null;
        await storage?.removeItem(STORED_ACCOUNT);
        await (await session)?.disconnect();
      },
      switchChain: async ({ chainId: wanted }) => {
        await (await getProvider()).request({
          method: "wallet_switchEthereumChain",
          params: [{ chainId: `0x${wanted.toString(16)}` }],
        });
        const client = clients.find(({ chain }) => chain.id === wanted) ?? clients[0];
        return client.chain;
      },
      onAccountsChanged: () => undefined,
      onChainChanged: () => undefined,
      onDisconnect: () => undefined,
    };
  });
}

async function newSession(): Promise<LedgerSession> {
  const { LedgerSession } = await import("./LedgerSession");
  return new LedgerSession();
}

/** An account that was stored; null for anything else. Whose it is the device is asked before it signs. */
function asAccount(stored: unknown): LedgerAccount | null {
  const { path, address } = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<LedgerAccount>;
  return typeof path === "string" && isPath(path) && isAddress(address ?? "") && address ? { path, address } : null;
}

/** Addresses that were stored; nothing else. */
function asAddresses(stored: unknown): readonly Address[] {
  return Array.isArray(stored) ? stored.filter((one): one is Address => typeof one === "string" && isAddress(one)) : [];
}

/** A device with a screen, drawn for the wallet list. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' rx='6' fill='%23111'/%3E%3Cg fill='none' stroke='%23fff' stroke-width='2'%3E%3Crect x='5' y='10' width='18' height='8' rx='3'/%3E%3Cpath d='M9 14h6'/%3E%3C/g%3E%3C/svg%3E";
