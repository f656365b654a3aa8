import type { RiskBook } from "../RiskBook";
import { summedColumns } from "../tail/shortfallContributions";
import type { VaultUnit } from "./vaultUnit";

/**
 * A book with one dollar of each vault after its own parts: revalued once, its scenarios tell what any amount of any of the vaults would do.
 * Coins that only a vault is on come after the book's own.
 */
export function bookWithUnits(book: RiskBook, units: readonly VaultUnit[]): RiskBook {
  const known = new Set(book.coins.map(({ symbol }) => symbol));
  const others = new Map(units.flatMap(({ coin }) => (known.has(coin.symbol) ? [] : [[coin.symbol, coin] as const])));
  const coins = [...book.coins, ...others.values()];
  const placed = units.map(({ part, coin }) => ({
    ...part,
    coin: coins.findIndex(({ symbol }) => symbol === coin.symbol),
  }));
  return { coins, parts: [...book.parts, ...placed] };
}

/** What a book with units changes by in each scenario. */
export type UnitChanges = {
  /** Of the book's own parts together. */
  readonly own: Float64Array;
  /** Of one dollar in each vault, in the order of the units. */
  readonly perDollar: readonly Float64Array[];
};

/** Takes the columns of {@link bookWithUnits} apart; of a book without parts of its own, nothing changes. */
export function unitChanges(columns: readonly Float64Array[], ownParts: number): UnitChanges {
  const nothing = new Float64Array(columns[0]?.length ?? 0);
  return { own: summedColumns([nothing, ...columns.slice(0, ownParts)]), perDollar: columns.slice(ownParts) };
}
