import type { Exit } from "@/lib/risk/mandate/mandateFigures";
import { listedPartId, type YieldPart } from "@/lib/risk/yieldParts";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";

/** What is held in other protocols' vaults of one chain; `values` are the parts' dollars, in their order. */
export type OtherExitsInput = {
  readonly vaults: readonly YieldVault[];
  readonly positions: readonly YieldPosition[];
  readonly parts: readonly YieldPart[];
  readonly values: readonly number[];
};

/**
 * What can be taken out at once, by the ids of the book's parts, whoever holds it; nobody can say when the rest can be: it is pledged for a loan, lent
 * to others, or the vault is paused. A debt has nothing to take out.
 */
export function otherExits({
  vaults,
  positions,
  parts,
  values,
}: OtherExitsInput): readonly (readonly [string, Exit])[] {
  return vaults.flatMap((vault) => {
    const id = listedPartId(vault);
    const usd = parts.reduce((sum, { part }, index) => sum + (part.id === id ? (values[index] ?? 0) : 0), 0);
    const own = positions.filter((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
    const held = own.reduce((sum, { assets }) => sum + Number(assets), 0);
    if (held === 0 || usd === 0) return [];
    const free = own.reduce((sum, { assets, maxWithdraw }) => sum + Math.min(Number(assets), Number(maxWithdraw)), 0);
    return [[id, { days: Number.POSITIVE_INFINITY, freeUsd: usd * (free / held) }]];
  });
}
