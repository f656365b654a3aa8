import type { Exit } from "@/lib/risk/mandate/mandateFigures";
import { listedPartId } from "@/lib/risk/yieldParts";
import { type OtherHoldings, partUsd } from "./otherHoldings";

/**
 * What can be taken out of other protocols' vaults of one chain at once, by the ids of the book's parts, whoever holds it; nobody can say when the rest can
 * be: it is pledged for a loan, lent to others, or the vault is paused. A debt has nothing to take out.
 */
export function otherExits({
  vaults,
  positions,
  parts,
}: Pick<OtherHoldings, "vaults" | "positions" | "parts">): OtherHoldings["exits"] {
  return vaults.flatMap((vault) => {
    const id = listedPartId(vault);
    const usd = parts.filter(({ part }) => part.id === id).reduce((sum, part) => sum + partUsd(part), 0);
    const own = positions.filter((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
    const held = own.reduce((sum, { assets }) => sum + Number(assets), 0);
    if (held === 0 || usd === 0) return [];
    const free = own.reduce((sum, { assets, maxWithdraw }) => sum + Math.min(Number(assets), Number(maxWithdraw)), 0);
    return [[id, { days: Number.POSITIVE_INFINITY, freeUsd: usd * (free / held) } satisfies Exit]];
  });
}
