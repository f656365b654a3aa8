import type { Vault } from "@/lib/vault/Vault";

/** Where a vault's page is. */
export function vaultHref(vault: Pick<Vault, "chainId" | "address">): string {
  return `/vaults/${vault.chainId}/${vault.address}`;
}

/** Where it is told who can change what in a vault. */
export function trustHref(vault: Pick<Vault, "chainId" | "address">): string {
  return `${vaultHref(vault)}/trust`;
}
