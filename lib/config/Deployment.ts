import type { ChainRegistry } from "./VaultRegistry";

/** A 20-byte address as 0x and 40 hex digits. */
type Address = `0x${string}`;

/** The strategies that the first vaults run. A vault of another strategy is still shown; its legs say what it does. */
export type DeploymentVault = {
  readonly address: Address;
  readonly policy: Address;
  readonly name: string;
  readonly symbol: string;
  readonly strategy: string;
  readonly asset: Address;
  readonly underlying: Address;
  readonly quote: Address;
};

/** An ERC-20 that vaults take or refer to. */
export type DeploymentToken = { readonly address: Address; readonly symbol: string; readonly decimals: number };

/** The price feeds of a pair. */
export type DeploymentFeed = {
  readonly underlying: Address;
  readonly quote: Address;
  readonly feed: Address;
  readonly secondFeed: Address;
  readonly description: string;
};

/** What stands at a contract's address, as published: the keccak-256 of its runtime code, immutable values and all. */
export type DeploymentCode = { readonly address: Address; readonly codeHash: `0x${string}` };

/** Where a contract's source is shown to be what runs at its address. */
export type DeploymentSource = { readonly address: Address; readonly url: string };

/** A published report of an audit. */
export type DeploymentAudit = { readonly title: string; readonly url: string };

/** The contracts that all vaults share. */
export type DeploymentAddresses = {
  readonly clearinghouse: Address;
  readonly settlementOracle: Address;
  readonly quoteBook: Address;
  readonly strategyRouter: Address;
  readonly timelock: Address;
  readonly weth: Address;
  readonly multicall3: Address;
};

/**
 * Where Ballast lives on one chain. Written by devnet or by a deployment, read at run time by the server, and passed to the browser as
 * plain values, so that one build serves any chain.
 */
export type Deployment = {
  readonly chainId: number;
  /** RPC nodes in order of preference; at least one. */
  readonly rpcUrls: readonly string[];
  /** First block with a contract of Ballast: event history starts here. */
  readonly startBlock: number;
  readonly addresses: DeploymentAddresses;
  readonly vaults: readonly DeploymentVault[];
  readonly tokens: readonly DeploymentToken[];
  readonly feeds: readonly DeploymentFeed[];
  /** Whether the server knows an option market to ask. Where it is, the browser need not know: it asks the app's own route. */
  readonly hasMarket: boolean;
  /** Codes of the contracts that deposits depend on; empty where the file says nothing, and then nothing can be compared. */
  readonly codeHashes: readonly DeploymentCode[];
  /** What is published about the contracts, by who deployed them; empty where the file says nothing. */
  readonly sources: readonly DeploymentSource[];
  readonly audits: readonly DeploymentAudit[];
  /** Vaults of other protocols on this chain; none where the file says nothing. */
  readonly registry: ChainRegistry;
};

/** A file of a further chain that is left out, by its name without its folder, and why: sentences. */
export type DeploymentRefusal = { readonly file: string; readonly faults: readonly string[] };

/** What wallets on phones are reached by. */
export type WalletConnectSetting = {
  /** 32 hex digits, by which the relay knows who runs the page. */
  readonly projectId: string;
  /** A web socket's address. */
  readonly relayUrl: string;
};

/** What the server alone needs to know. */
export type ServerDeployment = {
  readonly deployment: Deployment;
  /** The devnet's control server; null on any other chain. */
  readonly controlUrl: string | null;
  /** Origin (and path, if any) of the option market, without a slash at its end; null when there is none. */
  readonly marketUrl: string | null;
  /** Null when no project id is configured: phones then cannot connect. Handed to the browser beside the deployment. */
  readonly walletConnect: WalletConnectSetting | null;
};
