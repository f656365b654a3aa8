import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Fill } from "@/lib/vault/Epoch";
import { impliedVolatilityOfFills } from "@/lib/vault/impliedVolatilityOfFills";
import { legVolatilities } from "@/lib/vault/legVolatilities";
import { MARKET_LIFE_SECONDS, type MarketSurface } from "@/lib/vault/MarketSurface";
import type { Vault } from "@/lib/vault/Vault";

/**
 * Volatilities of a vault's legs when they were sold, by a surface of that time: the market's own while it is not older or younger than a surface
 * lives. Null for any other: what a later surface says is no mark of the sale.
 */
export function fairAtSale(vault: Vault, fills: readonly Fill[], market: MarketSurface | undefined): number[] | null {
  const sale = impliedVolatilityOfFills(vault, fills, vault.blockTimestamp);
  if (!sale.ok || !market?.ok) return null;
  const { filledAt } = sale;
  const asOf = unixSeconds(BigInt(Math.floor(market.view.asOf)));
  const isOfThatTime = asOf - filledAt <= BigInt(MARKET_LIFE_SECONDS) && filledAt - asOf <= BigInt(MARKET_LIFE_SECONDS);
  if (!isOfThatTime) return null;
  const at = { ...vault, spot: { ...vault.spot, price: vault.epoch.spotAtOpen } };
  const fair = legVolatilities({ vault: at, fills: [], market, now: asOf });
  return fair.ok ? [...fair.volatilities] : null;
}
