import type { Leg } from "@/lib/products/Leg";
import type { DepositKind, Product } from "@/lib/products/Product";
import { price8ToNumber } from "@/lib/units/Price8";
import { sharesToNumber } from "@/lib/units/Shares";
import { type TokenAmount, tokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import { wadToNumber } from "@/lib/units/Wad";
import type { Vault } from "./Vault";

/** What was sold (`sold`), or would be if all of the offer went at the least premium (`offered`). */
export type ProductBasis = "sold" | "offered";

/** A vault's open epoch as a product per unit deposited at its opening; or nothing but the deposit, and why. */
export type VaultProduct =
  | {
      readonly ok: true;
      readonly basis: ProductBasis;
      readonly product: Product;
      /** Units of the product in one whole share. */
      readonly unitsPerShare: number;
    }
  | { readonly ok: false; readonly reason: "idle" | "nothingSold" };

/** The side on which a vault's deposits are. */
export function depositKind(vault: Pick<Vault, "asset" | "underlying">): DepositKind {
  return vault.asset.address.toLowerCase() === vault.underlying.address.toLowerCase() ? "underlying" : "quote";
}

/**
 * The options that the epoch holds, per unit of the deposit asset at the opening: 1 of cash, the premium received, and
 * of each leg what was sold. Until the sale is cleared it is the offer at the floor, and says so. No share is issued or
 * redeemed while an epoch is open, so `unitsPerShare` stands until the settlement.
 */
export function vaultProduct(vault: Vault): VaultProduct {
  const { epoch } = vault;
  if (epoch.phase === "idle") return { ok: false, reason: "idle" };
  const basis: ProductBasis = epoch.phase === "live" || epoch.isCleared || epoch.sizeSold > 0n ? "sold" : "offered";
  const size = basis === "sold" ? epoch.sizeSold : epoch.sizeOffered;
  if (size === 0n || epoch.assetsAtOpen === 0n) return { ok: false, reason: "nothingSold" };
  const { decimals } = vault.asset;
  const assets = tokenToNumber(epoch.assetsAtOpen, decimals);
  const premium =
    basis === "sold"
      ? tokenToNumber(tokenAmount(epoch.premium), decimals)
      : tokenToNumber(epoch.floorPerUnit, decimals) * wadToNumber(size);
  const product: Product = {
    underlying: vault.underlyingSymbol,
    deposit: depositKind(vault),
    expiry: epoch.expiry,
    legs: epoch.legs.map((leg) => legPerUnit(leg, wadToNumber(size) / assets)),
    cash: 1,
    premium: premium / assets,
    entrySpot: price8ToNumber(epoch.spotAtOpen),
  };
  return { ok: true, basis, product, unitsPerShare: unitsPerShare(epoch.assetsAtOpen, vault) };
}

function legPerUnit(leg: Vault["epoch"]["legs"][number], packagesPerUnit: number): Leg {
  const { isPut, side, ratio } = leg;
  return { isPut, side, strike: price8ToNumber(leg.strike), quantity: wadToNumber(ratio) * packagesPerUnit };
}

function unitsPerShare(assetsAtOpen: TokenAmount, vault: Vault): number {
  if (vault.totalShares === 0n) return 0;
  return tokenToNumber(assetsAtOpen, vault.asset.decimals) / sharesToNumber(vault.totalShares);
}
