import { joinedNames } from "@/lib/format/joinedNames";
import type { UnderlyingGreeks } from "@/lib/risk/greeksByUnderlying";

/** Whose price stands under the moves: the coin with the most dollars at work; one whose delta is not known comes last. */
export function pricedUnderlying(
  underlyings: readonly Pick<UnderlyingGreeks, "underlying" | "deltaUsd">[],
): string | undefined {
  const size = (usd: number) => (Number.isFinite(usd) ? Math.abs(usd) : -1);
  return underlyings.toSorted((a, b) => size(b.deltaUsd) - size(a.deltaUsd))[0]?.underlying;
}

/** Which price the columns have, and that every other coin moves along. */
export function columnsText(priced: string, all: readonly string[]): string {
  const others = all.filter((name) => name !== priced);
  const start = `Columns: ${priced} price after the move`;
  if (others.length === 0) return `${start}.`;
  return `${start}; ${joinedNames(others)} ${others.length === 1 ? "moves" : "move"} by the same percent.`;
}
