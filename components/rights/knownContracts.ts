import { vaultTitle } from "@/components/vault/vaultTitle";
import { cleanTokenText } from "@/lib/format/cleanTokenText";
import type { Address } from "@/lib/vault/Token";

/** The deployment, as far as holders of rights are named by it. */
export type Known = {
  readonly addresses: { readonly strategyRouter: Address };
  readonly vaults: readonly { readonly address: Address; readonly name: string }[];
  /** Contracts of other protocols; a name that is not given is theirs to tell. */
  readonly registry: { readonly vaults: readonly { readonly address: Address; readonly name: string | null }[] };
};

/** What an address is here: the router, a vault, another protocol's listed contract, or nobody that is known. */
export type Holder =
  | { readonly kind: "router"; readonly name: string }
  | { readonly kind: "vault"; readonly name: string }
  | { readonly kind: "listed"; readonly name: string }
  | { readonly kind: "stranger"; readonly name: null };

/** Who holds a right. */
export function holderOf(address: Address, known: Known): Holder {
  const isSame = (other: Address) => other.toLowerCase() === address.toLowerCase();
  if (isSame(known.addresses.strategyRouter)) return { kind: "router", name: "Ballast router" };
  const name = vaultName(address, known);
  if (name !== null) return { kind: "vault", name: `${name} vault` };
  const listed = known.registry.vaults.find(({ address: other }) => isSame(other));
  if (listed === undefined) return { kind: "stranger", name: null };
  return { kind: "listed", name: listed.name === null ? "Another protocol’s vault" : cleanTokenText(listed.name) };
}

/** A vault's name; null when the address is none. */
export function vaultName(address: Address, { vaults }: Known): string | null {
  const found = vaults.find((vault) => vault.address.toLowerCase() === address.toLowerCase());
  return found === undefined ? null : vaultTitle(found);
}
