import { type ImpliedVolatilityReason, impliedVolatility } from "@/lib/pricing/impliedVolatility";
import { type Price8, price8ToNumber } from "@/lib/units/Price8";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { type UnixSeconds, unixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { wadToNumber } from "@/lib/units/Wad";
import type { EpochLeg, Fill } from "./Epoch";

/** What was for sale in one epoch. */
export type Sale = {
  readonly number: number;
  readonly legs: readonly Pick<EpochLeg, "isPut" | "strike">[];
  readonly spotAtOpen: Price8;
  readonly expiry: UnixSeconds;
  /** True when makers pay in the underlying. */
  readonly isInUnderlying: boolean;
  /** Of the asset that makers pay in. */
  readonly decimals: number;
};

/** Why an epoch's fills imply no volatility. `notImplied`: the price of one leg is none that any volatility gives. */
export type SaleReason =
  | { readonly ok: false; readonly reason: "nothingSold" | "pricesIncomplete" }
  | {
      readonly ok: false;
      readonly reason: "notImplied";
      readonly leg: number;
      readonly cause: ImpliedVolatilityReason;
    };

/** One volatility a leg, and when the fills were made, weighted by size. */
export type SaleVolatility =
  | { readonly ok: true; readonly volatilities: readonly number[]; readonly filledAt: UnixSeconds }
  | SaleReason;

/**
 * Black's formula solved for each leg at its price of sale (mean over the fills, weighted by size), at the time of the
 * fills and the spot at the opening; the forward is the spot, as on chain there is no rate. Prices in the underlying are
 * turned into the quote at that spot. Fills of other epochs are passed over.
 */
export function volatilityOfSale(sale: Sale, fills: readonly Fill[]): SaleVolatility {
  const ours = fills.filter((fill) => fill.epoch === sale.number && fill.size > 0n);
  const size = ours.reduce((sum, fill) => sum + fill.size, 0n);
  if (size === 0n) return { ok: false, reason: "nothingSold" };
  if (ours.some((fill) => fill.legPrices.length !== sale.legs.length)) return { ok: false, reason: "pricesIncomplete" };
  const filledAt = unixSeconds(ours.reduce((sum, fill) => sum + fill.filledAt * fill.size, 0n) / size);
  const spot = price8ToNumber(sale.spotAtOpen);
  const volatilities: number[] = [];
  for (const [index, leg] of sale.legs.entries()) {
    const price = meanPrice(ours, index, sale.decimals);
    const result = impliedVolatility({
      price: sale.isInUnderlying ? price * spot : price,
      forward: spot,
      strike: price8ToNumber(leg.strike),
      timeToExpiryYears: yearsBetween(filledAt, sale.expiry),
      isPut: leg.isPut,
    });
    if (!result.ok) return { ok: false, reason: "notImplied", leg: index, cause: result.reason };
    volatilities.push(result.volatility);
  }
  return { ok: true, volatilities, filledAt };
}

/** Mean price of one option of a leg in the vault's asset, weighted by size. */
function meanPrice(fills: readonly Fill[], leg: number, decimals: number): number {
  let paid = 0;
  let size = 0;
  for (const fill of fills) {
    const price = fill.legPrices[leg];
    if (price === undefined) continue;
    paid += tokenToNumber(price, decimals) * wadToNumber(fill.size);
    size += wadToNumber(fill.size);
  }
  return paid / size;
}
