import type { ListedVault } from "@/lib/config/VaultRegistry";
import type { YieldProtocol } from "@/lib/vault/YieldVault";

/** An entry of the registry whose vaults are read as others'. */
export type ListedEntry = ListedVault & { readonly protocol: YieldProtocol };

/** The entries of other protocols: our own vaults are read elsewhere. */
export function listedEntries(vaults: readonly ListedVault[]): readonly ListedEntry[] {
  return vaults.filter((entry): entry is ListedEntry => entry.protocol !== "ballast");
}
