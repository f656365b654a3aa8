import { joinedParts } from "./joinedParts";
import type { BookCoin, BookPart, RiskBook } from "./RiskBook";
import type { YieldPart } from "./yieldParts";

/** A book with what is held and owed elsewhere: a coin that is not in it yet comes last, with a smile only where the part has one. */
export function withYieldParts(book: RiskBook, others: readonly YieldPart[]): RiskBook {
  const coins: BookCoin[] = [...book.coins];
  const parts = new Map<string, BookPart>(book.parts.map((part) => [part.id, part]));
  for (const { part, worth } of others) {
    const own: BookPart = { ...part, coin: coinIndex(coins, worth) };
    const before = parts.get(own.id);
    parts.set(own.id, before === undefined ? own : joinedParts(before, own));
  }
  return { coins, parts: [...parts.values()] };
}

/** Where the coin stands, added where it does not stand yet; −1 for a dollar. */
function coinIndex(coins: BookCoin[], worth: YieldPart["worth"]): number {
  if (worth.kind === "quote") return -1;
  const known = coins.findIndex(({ symbol }) => symbol === worth.symbol);
  if (known !== -1) return known;
  coins.push({ symbol: worth.symbol, spot: worth.spot, surface: worth.surface ?? null });
  return coins.length - 1;
}
