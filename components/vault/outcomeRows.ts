import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatSignedUsd } from "@/lib/format/formatUsd";
import type { SettlementLaw } from "@/lib/pricing/SettlementLaw";
import { entryValue } from "@/lib/products/Product";
import { basisUnits } from "./basisOptions";
import { type OutcomeClass, type OutcomePiece, outcomePieces } from "./outcomePieces";
import { type OutcomeGroup, outcomeWords } from "./outcomeWords";
import type { VaultFigures } from "./VaultFigures";

/** One thing that can happen: in words, where the price must be, what it brings, and its odds. */
export type OutcomeRow = {
  readonly key: OutcomeClass;
  readonly title: string;
  readonly sentence: string;
  readonly prices: readonly string[];
  readonly result: string;
  readonly share: string;
  /** Of the result: −1, 0 or 1. */
  readonly sign: number;
  readonly odds: number;
};

/** From likely-good to worst. */
const ORDER: readonly OutcomeClass[] = ["quiet", "capped", "push", "partial", "fall", "rally", "stopped"];

/** Every outcome of the epoch for a round amount, one row a class, with the odds of the law. */
export function outcomeRows(figures: VaultFigures, law: SettlementLaw): readonly OutcomeRow[] {
  const pieces = outcomePieces(figures.product, law);
  const hasQuiet = pieces.some((piece) => piece.class === "quiet");
  return ORDER.flatMap((key) => {
    const group = pieces.filter((piece) => piece.class === key);
    return group.length === 0 ? [] : [rowOf({ key, pieces: group, product: figures.product, hasQuiet }, figures)];
  });
}

function rowOf(group: OutcomeGroup, figures: VaultFigures): OutcomeRow {
  const { key, pieces } = group;
  const units = basisUnits(figures, "round", null);
  const entry = entryValue(figures.product, "usd");
  const least = Math.min(...pieces.map((piece) => piece.least));
  const most = Math.max(...pieces.map((piece) => piece.most));
  const percent = (value: number, decimals: number) => formatSignedPercent(value, decimals === 0 ? 1 : 2);
  return {
    key,
    ...outcomeWords(group),
    prices: joined(pieces).map(priceText),
    result: spanText(least * units, most * units, formatSignedUsd),
    share: spanText(least / entry, most / entry, percent),
    sign: least < 0 ? -1 : Math.sign(most),
    odds: pieces.reduce((sum, piece) => sum + piece.odds, 0),
  };
}

type Prices = Pick<OutcomePiece, "from" | "to">;

/** Pieces that touch are one range of prices. */
function joined(pieces: readonly Prices[]): readonly Prices[] {
  const ranges: Prices[] = [];
  for (const { from, to } of pieces) {
    const last = ranges.at(-1);
    if (last?.to === from) ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}

function priceText({ from, to }: Prices): string {
  if (from === 0 && to === Number.POSITIVE_INFINITY) return "any price";
  if (from === 0) return `below ${formatStrike(to)}`;
  if (to === Number.POSITIVE_INFINITY) return `above ${formatStrike(from)}`;
  return `${formatStrike(from)} to ${formatStrike(to)}`;
}

/** One value with cents, or from the least to the most without. */
function spanText(least: number, most: number, text: (value: number, decimals: number) => string): string {
  if (most === Number.POSITIVE_INFINITY) return `${text(least, 0)} or more`;
  if (least === Number.NEGATIVE_INFINITY) return `${text(most, 0)} to no limit`;
  return most - least <= Math.abs(least) * 1e-6 ? text(most, 2) : `${text(least, 0)} to ${text(most, 0)}`;
}
