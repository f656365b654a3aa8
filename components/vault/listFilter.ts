import type { Option } from "@/components/ui/Option";
import { describeStrategy } from "@/lib/format/describeStrategy";
import { type Outlook, outlooks } from "./outlook";
import type { VaultFigures } from "./VaultFigures";

export type VaultSort = "deposits" | "premium" | "realised" | "tail";

/** What the reader of the list asked for. `all` filters nothing. */
export type ListFilter = {
  readonly text: string;
  readonly outlook: Outlook | "all";
  /** Symbol of an underlying. */
  readonly asset: string;
  readonly sort: VaultSort;
};

export const NO_FILTER: ListFilter = { text: "", outlook: "all", asset: "all", sort: "deposits" };

export const OUTLOOK_OPTIONS: readonly Option<Outlook | "all">[] = [
  { value: "all", label: "Any outlook" },
  { value: "bullish", label: "Bullish" },
  { value: "neutral", label: "Neutral" },
  { value: "bearish", label: "Bearish" },
  { value: "volatile", label: "Volatile" },
];

export const SORT_OPTIONS: readonly Option<VaultSort>[] = [
  { value: "deposits", label: "TVL" },
  { value: "premium", label: "Premium" },
  { value: "realised", label: "Realised" },
  { value: "tail", label: "Smallest tail" },
];

/** The assets in the list, each once, with `all` first. */
export function assetOptions(rows: readonly VaultFigures[]): readonly Option<string>[] {
  const symbols = [...new Set(rows.map(({ vault }) => vault.underlyingSymbol))];
  return [{ value: "all", label: "All" }, ...symbols.map((symbol) => ({ value: symbol, label: symbol }))];
}

/** The filter without an asset that the list does not have: an address can ask for any. */
export function applicable(filter: ListFilter, assets: readonly Option<string>[]): ListFilter {
  return assets.some(({ value }) => value === filter.asset) ? filter : { ...filter, asset: NO_FILTER.asset };
}

/** The rows that fit, best first. What is not known sorts last. */
export function filteredVaults(rows: readonly VaultFigures[], filter: ListFilter): readonly VaultFigures[] {
  return rows
    .filter((row) => fits(row, filter))
    .toSorted((a, b) => sortKey(b, filter.sort) - sortKey(a, filter.sort) || 0);
}

function fits({ vault }: VaultFigures, filter: ListFilter): boolean {
  return (
    (filter.outlook === "all" || outlooks(vault).includes(filter.outlook)) &&
    (filter.asset === "all" || vault.underlyingSymbol === filter.asset) &&
    hasWords(vault, filter.text)
  );
}

/** Every word that was typed is somewhere in a name, a symbol, the strategy or an outlook. */
function hasWords(vault: VaultFigures["vault"], text: string): boolean {
  const { name, share, asset, underlying, underlyingSymbol } = vault;
  const strategy = describeStrategy(vault).name;
  const symbols = [share.symbol, asset.symbol, underlying.symbol, underlyingSymbol];
  const words = [name, strategy, ...symbols, ...outlooks(vault)].join(" ").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** Larger is better. A finite stand-in for what is unknown: two of them must still compare as equal. */
function sortKey(row: VaultFigures, sort: VaultSort): number {
  const UNKNOWN = -Number.MAX_VALUE;
  switch (sort) {
    case "deposits":
      return row.depositsUsd;
    case "premium":
      return row.premium ?? UNKNOWN;
    case "realised":
      return row.realised?.annualised ?? UNKNOWN;
    case "tail":
      return row.tail?.expectedShortfall ?? UNKNOWN;
  }
}
