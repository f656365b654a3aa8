import { vaultTitle } from "@/components/vault/vaultTitle";
import type { Address } from "@/lib/vault/Token";

/** The deployment, as far as holders of rights are named by it. */
export type Known = {
  readonly addresses: { readonly strategyRouter: Address };
  readonly vaults: readonly { readonly address: Address; readonly name: string }[];
};

/** What an address is here: the router, a vault, or nobody that is known. */
export type Holder =
  | { readonly kind: "router"; readonly name: string }
  | { readonly kind: "vault"; readonly name: string }
  | { readonly kind: "stranger"; readonly name: null };

/** Who holds a right. */
export function holderOf(address: Address, known: Known): Holder {
  const isSame = (other: Address) => other.toLowerCase() === address.toLowerCase();
  if (isSame(known.addresses.strategyRouter)) return { kind: "router", name: "Ballast router" };
  const name = vaultName(address, known);
  return name === null ? { kind: "stranger", name: null } : { kind: "vault", name: `${name} vault` };
}

/** A vault's name; null when the address is none. */
export function vaultName(address: Address, { vaults }: Known): string | null {
  const found = vaults.find((vault) => vault.address.toLowerCase() === address.toLowerCase());
  return found === undefined ? null : vaultTitle(found);
}
