import { bookValue } from "./bookValues";
import type { YieldPart } from "./yieldParts";

/** What a part is worth, in dollars, its options by Black's formula; a debt below 0. */
export function partUsd({ part, worth }: YieldPart): number {
  if (worth.kind === "quote") return part.quoteUnits;
  const coin = { symbol: worth.symbol, spot: worth.spot, surface: worth.surface ?? null };
  return bookValue({ coins: [coin], parts: [{ ...part, coin: 0 }] });
}
