import { addingUp } from "@/lib/format/addingUp";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { DOLLAR_DECIMALS } from "@/lib/format/formatToken";
import { formatSignedUsd } from "@/lib/format/formatUsd";
import { fixedText, NO_NUMBER, signOf } from "@/lib/format/numberText";
import { type PartNumbers, scaledParts } from "@/lib/vault/epochParts";
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

/** Decimals of an amount on screen. */
const CENTS = 2;
const COIN_DECIMALS = 6;

/** Where the premium went: each line signed as it enters the sum, and the sum. The figures shown add up. What never was is left out. */
export function partRows(
  realised: RealisedReturn,
  { vault }: Pick<VaultFigures, "vault">,
): { readonly rows: readonly PartRow[]; readonly net: PartRow } {
  const { decimals } = vault.asset;
  const lines = LINES.filter(({ part }) => part !== "surplus" || realised.parts.surplus > 0n);
  const amounts = scaledParts(realised.parts, 10 ** -decimals);
  const shown = decimals <= DOLLAR_DECIMALS ? CENTS : COIN_DECIMALS;
  const inAsset = texts(lines, amounts, { decimals: shown, text: signedFixed });
  const usd = partsInUsd(realised, decimals);
  const inUsd = usd === null ? null : texts(lines, usd, { decimals: 0, text: formatSignedUsd });
  // a percent has two decimals of its own
  const shares = texts(lines, realised.shares, { decimals: 4, text: (share) => formatSignedPercent(share) });
  const rowOf = ({ part, name }: Line, index: number): PartRow => ({
    name,
    inAsset: inAsset[index] ?? NO_NUMBER,
    inUsd: inUsd?.[index] ?? NO_NUMBER,
    share: shares[index] ?? NO_NUMBER,
    sign: part === "net" ? Number(realised.parts.net) : 0,
  });
  return { rows: lines.map(rowOf), net: rowOf(NET, lines.length) };
}

type Style = { readonly decimals: number; readonly text: (value: number, decimals: number) => string };

/** One column: the lines' figures, and the net's as the last. */
function texts(lines: readonly Line[], of: PartNumbers, { decimals, text }: Style): readonly string[] {
  const shown = addingUp({ parts: lines.map(({ part, direction }) => direction * of[part]), sum: of.net }, decimals);
  return [...shown.parts, shown.sum].map((value) => text(value, decimals));
}

function signedFixed(value: number, decimals: number): string {
  const text = fixedText(value, decimals);
  return `${signOf(value, text, "result")}${text}`;
}
