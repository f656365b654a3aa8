import { price8ToNumber } from "@/lib/units/Price8";
import { type PairFeeds, pairCoin } from "@/lib/vault/PairFeeds";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import type { TokenWorth } from "./yieldParts";

/** What tokens count as: by the vaults that are on them, else by the price feeds of the deployment. Null for a token that neither names. */
export function tokenWorths(
  vaults: readonly Vault[],
  feeds: readonly PairFeeds[] = [],
): (token: Address) => TokenWorth | null {
  const worths = new Map<string, TokenWorth>();
  for (const { underlying, quote, first, ...pair } of feeds) {
    worths.set(quote.toLowerCase(), { kind: "quote" });
    if (first.latest === null) continue;
    worths.set(underlying.toLowerCase(), {
      kind: "coin",
      symbol: pairCoin(pair),
      spot: price8ToNumber(first.latest.price),
    });
  }
  for (const { underlying, underlyingSymbol, quote, spot } of vaults) {
    worths.set(quote.address.toLowerCase(), { kind: "quote" });
    worths.set(underlying.address.toLowerCase(), {
      kind: "coin",
      symbol: underlyingSymbol,
      spot: price8ToNumber(spot.price),
    });
  }
  return (token) => worths.get(token.toLowerCase()) ?? null;
}
