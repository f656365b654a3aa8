import type { Vault } from "@/lib/vault/Vault";

/** A vault's name as a heading: without the protocol's own name before it. */
export function vaultTitle({ name }: Pick<Vault, "name">): string {
  return name.replace(/^Ballast /, "");
}
