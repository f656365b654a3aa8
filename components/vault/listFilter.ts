import type { Option } from "@/components/ui/Option";
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

/** The rows that fit, best first. What is not known sorts last. */
export function filteredVaults(rows: readonly VaultFigures[], filter: ListFilter): readonly VaultFigures[] {
  return rows
    .filter((row) => fits(row, filter))
    .toSorted((a, b) => sortKey(b, filter.sort) - sortKey(a, filter.sort) || 0);
}

function fits({ vault }: VaultFigures, filter: ListFilter): boolean {
  const words = [vault.name, vault.share.symbol, vault.asset.symbol, vault.underlying.symbol, vault.underlyingSymbol];
  return (
    (filter.outlook === "all" || outlooks(vault).includes(filter.outlook)) &&
    (filter.asset === "all" || vault.underlyingSymbol === filter.asset) &&
    words.join(" ").toLowerCase().includes(filter.text.trim().toLowerCase())
  );
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
