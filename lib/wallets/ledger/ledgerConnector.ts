import { type Address, getAddress, isAddress, UserRejectedRequestError } from "viem";
import { type CreateConnectorFn, createConnector } from "wagmi";
import type { ChainClient } from "@/lib/chain/createChainClient";
import type { ConnectorFace } from "../lateConnector";
import { once } from "../once";
import type { LedgerProvider } from "./createLedgerProvider";
import { isPath } from "./derivationPath";
import type { LedgerAccount, LedgerSession } from "./LedgerSession";
import { type ChooseLedgerAccount, type LedgerWalletParts, STORED_ACCOUNT } from "./ledgerParts";

const CHECKED_ADDRESSES = "ledgerWallet.checkedAddresses";

type Stored = { [STORED_ACCOUNT]: LedgerAccount; [CHECKED_ADDRESSES]: readonly Address[] };

/**
 * The Ledger's connector. After a reload the account is known from storage, and the device is needed only when
 * something is signed. Neither kit nor session is loaded before the first use. `clients`: the chains that the app is set
 * up for, the one that it is on first.
 */
export function ledgerConnector(
  face: ConnectorFace,
  clients: readonly [ChainClient, ...ChainClient[]],
  loadSession: () => Promise<LedgerSession> = newSession,
): CreateConnectorFn<LedgerProvider, LedgerWalletParts, Stored> {
  let chainId = clients[0].chain.id;
  let account: LedgerAccount | null = null;
  let chooser: ChooseLedgerAccount | null = null;
  let begun: LedgerSession | null = null;
  const getSession = once(async () => {
    begun = await loadSession();
    return begun;
  });
  return createConnector<LedgerProvider, LedgerWalletParts, Stored>(({ storage, emitter }) => {
    const switchTo = (wanted: number) => {
      chainId = wanted;
      emitter.emit("change", { chainId });
    };
    const loadedProvider = once(async () => {
      const { createLedgerProvider } = await import("./createLedgerProvider");
      const setting = { clients, chainId: () => chainId, switchChain: switchTo, account: () => account };
      return createLedgerProvider({ ...setting, session: getSession });
    });
    // A page that only takes an account up again needs no kit: it is loaded when something is asked of the device.
    const lateProvider: LedgerProvider = { request: async (asked) => (await loadedProvider()).request(asked) };
    const getProvider = async () => lateProvider;
    const getAccounts = async () => (account === null ? [] : [getAddress(account.address)]);
    const checkedAddresses = async () => asAddresses(await storage?.getItem(CHECKED_ADDRESSES));
    return {
      ...face,
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
        await begun?.disconnect();
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
