import type { Product } from "@/lib/products/Product";
import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { depositKind } from "@/lib/vault/vaultProduct";

/** The deposit alone: what a vault is that holds no option. Counted from the open epoch's spot, at rest from today's. */
export function holdingProduct(vault: Vault, expiry: UnixSeconds): Product {
  const { epoch, spot } = vault;
  return {
    underlying: vault.underlyingSymbol,
    deposit: depositKind(vault),
    expiry,
    legs: [],
    cash: 1,
    premium: 0,
    entrySpot: price8ToNumber(epoch.phase === "idle" ? spot.price : epoch.spotAtOpen),
  };
}
