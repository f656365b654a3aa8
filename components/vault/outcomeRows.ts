import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSignedUsd } from "@/lib/format/formatUsd";
import { fixedText } from "@/lib/format/numberText";
import type { OutcomeKind } from "@/lib/products/outcomeZones";
import { entryValue } from "@/lib/products/Product";
import type { ZoneOdds } from "@/lib/risk/zoneOdds";
import { basisUnits } from "./basisOptions";
import { outcomeWords } from "./outcomeWords";
import { outcomeOdds } from "./payoffOdds";
import type { VaultFigures } from "./VaultFigures";

/** One thing that can happen: in words, where the price must be, what it brings, and its odds. */
export type OutcomeRow = {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
  readonly prices: readonly string[];
  readonly result: string;
  readonly share: string;
  /** Of the result: −1, 0 or 1. */
  readonly sign: number;
  readonly odds: number;
};

/** From likely-good to worst. Falls and rallies that cost are told apart; the rest of one kind is told together. */
const ORDER: readonly OutcomeKind[] = ["fullProfit", "profit", "partLoss", "fullLoss"];

/** Every outcome of the epoch for a round amount; null without a volatility. */
export function outcomeRows(figures: VaultFigures): readonly OutcomeRow[] | null {
  const zones = outcomeOdds(figures);
  if (zones === null) return null;
  const groups = new Map<string, ZoneOdds[]>();
  for (const kind of ORDER) {
    for (const zone of zones.filter((one) => one.kind === kind)) {
      const key = kind === "partLoss" ? `${kind}-${zone.to <= figures.product.entrySpot ? "below" : "above"}` : kind;
      groups.set(key, [...(groups.get(key) ?? []), zone]);
    }
  }
  return [...groups].map(([key, group]) => rowOf(key, group, figures));
}

function rowOf(key: string, group: readonly ZoneOdds[], figures: VaultFigures): OutcomeRow {
  const units = basisUnits(figures, "round", null);
  const entry = entryValue(figures.product, "usd");
  const least = Math.min(...group.map((zone) => zone.least));
  const most = Math.max(...group.map((zone) => zone.most));
  return {
    key,
    ...outcomeWords(group, figures),
    prices: group.map(priceText),
    result: spanText(least, most, (value, decimals) => formatSignedUsd(value * units, decimals)),
    share: spanText(least / entry, most / entry, (value, decimals) =>
      formatSignedPercent(value, decimals === 2 ? 2 : 1),
    ),
    sign: least < 0 ? -1 : Math.sign(most),
    odds: group.reduce((sum, zone) => sum + zone.odds, 0),
  };
}

function priceText({ from, to }: ZoneOdds): string {
  if (from === 0 && to === Number.POSITIVE_INFINITY) return "any price";
  if (from === 0) return `below ${fixedText(to, 0)}`;
  if (to === Number.POSITIVE_INFINITY) return `above ${fixedText(from, 0)}`;
  return `${fixedText(from, 0)} to ${fixedText(to, 0)}`;
}

/** One value with cents, or from the least to the most without. */
function spanText(least: number, most: number, text: (value: number, decimals: number) => string): string {
  if (most - least <= Math.abs(most) * 1e-9) return text(most, 2);
  if (most === Number.POSITIVE_INFINITY) return `${text(least, 0)} and more`;
  return `${text(least, 0)} to ${text(most, 0)}`;
}
