type Address = `0x${string}`;

/** The protocols whose vaults can be listed: ours, any vault of the ERC-4626 standard, and a pool of Aave v3. */
export const LISTED_PROTOCOLS = ["ballast", "erc4626", "aave"] as const;

/** How a listed vault is read and written to. */
export type ListedProtocol = (typeof LISTED_PROTOCOLS)[number];

/** A vault of the registry. Everything else about it is read from its chain, and is its own word. */
export type ListedVault = {
  /** The contract that deposits go to: the vault; of Aave the pool, each of whose reserves is a vault. */
  readonly address: Address;
  readonly protocol: ListedProtocol;
  /** What it is called here; null: what it calls itself. */
  readonly name: string | null;
  /** The tokens that may be approved to it. Without any it can be looked at and left, but not entered. */
  readonly assets: readonly Address[];
};

/** The readable vaults of a chain's list, and a sentence for every entry that was left out. */
export type ChainRegistry = { readonly vaults: readonly ListedVault[]; readonly refusals: readonly string[] };

/** A registry of several chains, by their ids. `refusals` are those of whole chains. */
export type VaultRegistry = {
  readonly chains: Readonly<Record<number, ChainRegistry>>;
  readonly refusals: readonly string[];
};
