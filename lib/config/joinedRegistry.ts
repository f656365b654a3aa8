import type { ChainRegistry, VaultRegistry } from "./VaultRegistry";

/** A chain's vaults of both lists: the deployment's own first, and of an address in both its entry. */
export function joinedRegistry(own: ChainRegistry, published: VaultRegistry, chainId: number): ChainRegistry {
  const others = published.chains[chainId];
  if (others === undefined) return own;
  const known = new Set(own.vaults.map(({ address }) => address.toLowerCase()));
  return {
    vaults: [...own.vaults, ...others.vaults.filter(({ address }) => !known.has(address.toLowerCase()))],
    refusals: [...own.refusals, ...others.refusals],
  };
}
