import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import type { BuildCoin } from "./BuildFigures";

/** The coins of the vaults, each once, with the feed's price. */
export function buildCoins(vaults: readonly Vault[], now: UnixSeconds): readonly BuildCoin[] {
  const coins = new Map<string, BuildCoin>();
  for (const { underlyingSymbol: symbol, spot, underlying, quote } of vaults) {
    if (coins.has(symbol)) continue;
    const isSpotStale = now - spot.updatedAt > BigInt(spot.maxAgeSeconds);
    coins.set(symbol, { symbol, spot: price8ToNumber(spot.price), isSpotStale, underlying, quote });
  }
  return [...coins.values()];
}
