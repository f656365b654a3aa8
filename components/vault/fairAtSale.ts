import { black } from "@/lib/pricing/black";
import { price8ToNumber } from "@/lib/units/Price8";
import { yearsBetween } from "@/lib/units/UnixSeconds";
import { legVolatilities } from "@/lib/vault/legVolatilities";
import type { MarketSurface } from "@/lib/vault/MarketSurface";
import type { VaultFigures } from "./VaultFigures";

/**
 * What today's smile would have paid for each option of the epoch when it was sold: Black's price at the opening's spot and
 * the time of the fills, at the volatility that the surface has today that far from spot and that far from expiry. Null
 * without a market, or before anything was sold. In dollars, one option on one coin each.
 */
export function fairAtSale(
  { vault, entry, volatility }: Pick<VaultFigures, "vault" | "entry" | "volatility">,
  market: MarketSurface | undefined,
): readonly number[] | null {
  const isByMarket = volatility?.ok === true && volatility.source === "market";
  if (!isByMarket || !entry?.ok || !market?.ok) return null;
  const { epoch, spot } = vault;
  const atSale = legVolatilities({
    vault: { ...vault, spot: { ...spot, price: epoch.spotAtOpen } },
    fills: [],
    market: { ...market, view: { ...market.view, asOf: Number(entry.filledAt) } },
    now: entry.filledAt,
  });
  if (!atSale.ok) return null;
  const forward = price8ToNumber(epoch.spotAtOpen);
  const timeToExpiryYears = yearsBetween(entry.filledAt, epoch.expiry);
  return epoch.legs.map(({ strike, isPut }, index) => {
    const volatility = atSale.volatilities[index] ?? Number.NaN;
    return black({ forward, strike: price8ToNumber(strike), timeToExpiryYears, volatility, isPut }).price;
  });
}
