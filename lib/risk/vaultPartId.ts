import type { Address } from "@/lib/vault/Token";

/** A vault by its chain: the same address on another chain is another vault. */
export type VaultPlace = { readonly chainId: number; readonly address: Address };

/** The id of a vault's part in a book. */
export function vaultPartId({ chainId, address }: VaultPlace): string {
  return `${chainId}/${address.toLowerCase()}`;
}

/** Are both the same vault? */
export function isSameVault(a: VaultPlace, b: VaultPlace): boolean {
  return vaultPartId(a) === vaultPartId(b);
}
