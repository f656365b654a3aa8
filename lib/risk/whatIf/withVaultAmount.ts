import { joinedParts } from "../joinedParts";
import type { BookPart, RiskBook } from "../RiskBook";
import { scaledPart, type VaultUnit } from "./vaultUnit";

/** What is left of a part below this share of it is rounding: it is gone. */
const ROUNDING = 1e-9;

/**
 * The book with so many dollars more of a vault (fewer below 0), as if they were in the vault's present position: what {@link holdingsBook} makes
 * of a holding of the new size. Taking out more than is there leaves it owing; the caller keeps to what is held. Coins stay in their order, a
 * new one comes last.
 */
export function withVaultAmount(book: RiskBook, unit: VaultUnit, dollars: number): RiskBook {
  const { symbol } = unit.coin;
  const known = book.coins.findIndex((coin) => coin.symbol === symbol);
  const coins = known === -1 ? [...book.coins, unit.coin] : book.coins;
  const added = { ...scaledPart(unit.part, dollars), coin: known === -1 ? coins.length - 1 : known };
  const place = book.parts.findIndex(({ id }) => id === added.id);
  const before = book.parts[place];
  if (before === undefined) return { coins, parts: dollars === 0 ? book.parts : [...book.parts, added] };
  const after = joinedParts(before, added);
  if (isGone(after, before)) return { coins, parts: book.parts.filter((_, index) => index !== place) };
  return { coins, parts: book.parts.map((part, index) => (index === place ? after : part)) };
}

function isGone(after: BookPart, before: BookPart): boolean {
  return sizeOf(after) < ROUNDING * sizeOf(before);
}

function sizeOf({ coinUnits, quoteUnits, legs }: BookPart): number {
  return legs.reduce((sum, { size }) => sum + Math.abs(size), Math.abs(coinUnits) + Math.abs(quoteUnits));
}
