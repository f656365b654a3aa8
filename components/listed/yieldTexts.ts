import { formatPercent } from "@/lib/format/formatPercent";
import { wadToNumber } from "@/lib/units/Wad";
import type { YieldProtocol, YieldVault } from "@/lib/vault/YieldVault";

/** What each protocol or standard is called. */
export const PROTOCOL_NAME: Readonly<Record<YieldProtocol, string>> = { erc4626: "ERC-4626", aave: "Aave v3" };

/** What the vault pays now; null where its contract does not say. */
export function rateText({ yearlyRate }: Pick<YieldVault, "yearlyRate">): string | null {
  if (yearlyRate === null) return null;
  return `pays ${formatPercent(wadToNumber(yearlyRate), 1)} a year now, changes every block`;
}
