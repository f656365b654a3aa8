import { type ImpliedVolatilityReason, impliedVolatility } from "@/lib/pricing/impliedVolatility";
import { price8ToNumber } from "@/lib/units/Price8";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { type UnixSeconds, unixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { wadToNumber } from "@/lib/units/Wad";
import type { EpochLeg, Fill } from "./Epoch";
import type { Vault } from "./Vault";
import { depositKind } from "./vaultProduct";

/**
 * The volatility that this epoch's own sales imply, leg by leg; or why there is none. `notImplied`: the price of one leg
 * is none that any volatility gives. There is never a default.
 */
export type FillsVolatility =
  | {
      readonly ok: true;
      /** One a leg, in the legs' order, annualised. */
      readonly volatilities: readonly number[];
      /** Of the legs that were sold, their mean; the one figure for a heading. */
      readonly headline: number;
      /** When the fills were made, weighted by size. */
      readonly filledAt: UnixSeconds;
      readonly ageSeconds: bigint;
    }
  | { readonly ok: false; readonly reason: "nothingSold" | "pricesIncomplete" }
  | {
      readonly ok: false;
      readonly reason: "notImplied";
      readonly leg: number;
      readonly cause: ImpliedVolatilityReason;
    };

/**
 * Black's formula solved for each leg at its price of sale (mean over the fills, weighted by size), at the time of the
 * fills and the spot at the opening; the forward is the spot, as on chain there is no rate. Prices of a vault in the
 * underlying are turned into the quote at that spot.
 */
export function impliedVolatilityOfFills(
  vault: Pick<Vault, "epoch" | "asset" | "underlying">,
  fills: readonly Fill[],
  now: UnixSeconds,
): FillsVolatility {
  const { epoch } = vault;
  const ours = fills.filter((fill) => fill.epoch === epoch.number && fill.size > 0n);
  const size = ours.reduce((sum, fill) => sum + fill.size, 0n);
  if (size === 0n || epoch.phase === "idle") return { ok: false, reason: "nothingSold" };
  if (ours.some((fill) => fill.legPrices.length !== epoch.legs.length))
    return { ok: false, reason: "pricesIncomplete" };
  const filledAt = unixSeconds(ours.reduce((sum, fill) => sum + fill.filledAt * fill.size, 0n) / size);
  const volatilities: number[] = [];
  for (const [index, leg] of epoch.legs.entries()) {
    const result = legVolatility(vault, leg, { price: meanPrice(ours, index, vault.asset.decimals), filledAt });
    if (!result.ok) return { ok: false, reason: "notImplied", leg: index, cause: result.reason };
    volatilities.push(result.volatility);
  }
  const headline = headlineOf(epoch.legs, volatilities);
  return { ok: true, volatilities, headline, filledAt, ageSeconds: now > filledAt ? now - filledAt : 0n };
}

function legVolatility(
  vault: Pick<Vault, "epoch" | "asset" | "underlying">,
  leg: EpochLeg,
  at: { readonly price: number; readonly filledAt: UnixSeconds },
) {
  const spot = price8ToNumber(vault.epoch.spotAtOpen);
  return impliedVolatility({
    price: depositKind(vault) === "underlying" ? at.price * spot : at.price,
    forward: spot,
    strike: price8ToNumber(leg.strike),
    timeToExpiryYears: yearsBetween(at.filledAt, vault.epoch.expiry),
    isPut: leg.isPut,
  });
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

function headlineOf(legs: readonly EpochLeg[], volatilities: readonly number[]): number {
  const sold = volatilities.filter((_, index) => legs[index]?.side === -1);
  const chosen = sold.length > 0 ? sold : volatilities;
  return chosen.reduce((sum, volatility) => sum + volatility, 0) / chosen.length;
}
