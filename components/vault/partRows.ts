import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSignedAmount } from "@/lib/format/formatToken";
import { formatSignedUsd } from "@/lib/format/formatUsd";
import { NO_NUMBER } from "@/lib/format/numberText";
import { partsInUsd, type RealisedReturn } from "@/lib/vault/realisedReturn";
import type { VaultFigures } from "./VaultFigures";

/** One line of what became of the premium: of the whole vault, and as a share of the deposits. */
export type PartRow = {
  readonly name: string;
  readonly inAsset: string;
  readonly inUsd: string;
  readonly share: string;
  /** Of what is left, the last line; 0 elsewhere, where nothing is a result. */
  readonly sign: number;
};

type PartName = keyof RealisedReturn["parts"];
type Line = { readonly part: PartName; readonly name: string; readonly direction: 1 | -1 };

const LINES: readonly Line[] = [
  { part: "premium", name: "Premium from buyers", direction: 1 },
  { part: "payout", name: "Paid out to buyers", direction: -1 },
  { part: "surplus", name: "Came back beyond the margin", direction: 1 },
  { part: "managementFee", name: "Management fee", direction: -1 },
  { part: "performanceFee", name: "Performance fee", direction: -1 },
];

const NET: Line = { part: "net", name: "Left to depositors", direction: 1 };

/** Where the premium went: each line signed as it enters the sum, and the sum. What never was is left out. */
export function partRows(
  realised: RealisedReturn,
  { vault }: Pick<VaultFigures, "vault">,
): { readonly rows: readonly PartRow[]; readonly net: PartRow } {
  const usd = partsInUsd(realised, vault.asset.decimals);
  const rowOf = ({ part, name, direction }: Line): PartRow => ({
    name,
    inAsset: formatSignedAmount(BigInt(direction) * realised.parts[part], vault.asset.decimals),
    inUsd: usd === null ? NO_NUMBER : formatSignedUsd(direction * usd[part], 0),
    share: formatSignedPercent(direction * realised.shares[part]),
    sign: part === "net" ? Number(realised.parts.net) : 0,
  });
  const there = LINES.filter(({ part }) => part !== "surplus" || realised.parts.surplus > 0n);
  return { rows: there.map(rowOf), net: rowOf(NET) };
}
