import type { Address, Chain } from "viem";
import { type CreateConnectorFn, createConnector } from "wagmi";
import { once } from "./once";

/** What wagmi hands a connector when it is set up. */
export type ConnectorConfig = Parameters<CreateConnectorFn>[0];

/** An EIP-1193 provider that says nothing of what it takes. */
type LateProvider = { readonly request: (asked: { method: string; params?: readonly unknown[] }) => Promise<unknown> };

/** What of a connector is left to its own code. */
type LoadedConnector = {
  readonly getProvider: () => Promise<LateProvider>;
  readonly getAccounts: () => Promise<readonly Address[]>;
  readonly getChainId: () => Promise<number>;
  readonly isAuthorized: () => Promise<boolean>;
  readonly connect: (parameters?: { isReconnecting?: boolean | undefined }) => Promise<unknown>;
  readonly disconnect: () => Promise<void>;
  readonly switchChain?: ((parameters: { chainId: number }) => Promise<Chain>) | undefined;
};

/** How a connector stands in the list of wallets. */
export type ConnectorFace = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly icon: string;
};

/** Where the rest of a connector comes from. */
export type LateConnector<Parts> = ConnectorFace & {
  /** Name under which its storage has something when there may be a connection to take up; null: there is none. */
  readonly storedAs: string | null;
  /** Brings its code, and makes it. */
  readonly load: (config: ConnectorConfig) => Promise<LoadedConnector & Parts>;
  /** What it has besides a connector's usual parts. */
  readonly parts: (loaded: () => Promise<LoadedConnector & Parts>) => Parts;
};

/**
 * A connector whose code is loaded at its first use. Every page sets all connectors up, and asks each for its provider and for a connection
 * to take up: neither needs the code of one that nobody has connected.
 */
export function lateConnector<Parts extends object>(late: LateConnector<Parts>): CreateConnectorFn {
  const { id, name, type, icon, storedAs, load, parts } = late;
  return createConnector((config) => {
    const loaded = once(() => load(config));
    const provider: LateProvider = { request: async (asked) => (await (await loaded()).getProvider()).request(asked) };
    const isStored = async () => storedAs !== null && (await config.storage?.getItem(storedAs as never)) != null;
    return {
      id,
      name,
      type,
      icon,
      ...parts(loaded),
      getProvider: async () => provider,
      getAccounts: async () => (await loaded()).getAccounts(),
      getChainId: async () => (await loaded()).getChainId(),
      // Nobody catches what is thrown here: the page would be connecting for ever. What is stored waits for the next load.
      isAuthorized: async () =>
        (await isStored()) &&
        loaded().then(
          (one) => one.isAuthorized(),
          () => false,
        ),
      connect: async (parameters) => (await loaded()).connect(parameters) as never,
      // Whoever leaves has left, also where the code does not load or fails: nothing of it is taken up again.
      disconnect: async () => {
        try {
          await (await loaded()).disconnect();
        } catch {
          if (storedAs !== null) await config.storage?.removeItem(storedAs as never);
        }
      },
      switchChain: async (parameters) => {
        const { switchChain } = await loaded();
        if (switchChain === undefined) throw new TypeError(`${name} does not switch chains.`);
        return switchChain(parameters);
      },
      onAccountsChanged: () => undefined,
      onChainChanged: () => undefined,
      onDisconnect: () => undefined,
    };
  });
}
