import { type Bps, bps } from "@/lib/units/Bps";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";

type Stored = readonly { readonly vault: Address; readonly weight: Bps }[];

/** The stored weights in the order of the vaults; null when none are stored, or when they name a vault that is not here. */
export function storedWeights(vaults: readonly Vault[], stored: Stored | undefined): readonly Bps[] | null {
  if (stored === undefined || stored.length === 0) return null;
  const weightOf = new Map(stored.map(({ vault, weight }) => [vault.toLowerCase(), weight]));
  const weights = vaults.map(({ address }) => weightOf.get(address.toLowerCase()) ?? bps(0n));
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  return sum === 10_000n ? weights : null;
}
