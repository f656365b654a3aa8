import { entryValue } from "@/lib/products/Product";
import { profitAtExpiry, profitBeforeExpiry } from "@/lib/products/value";
import type { VaultFigures } from "./VaultFigures";

type Profited = Pick<VaultFigures, "product" | "market" | "basis">;

/** Profit of one unit in dollars at settlement, the deposited asset's own move counted, from the epoch's opening. */
export function profitUsdAtExpiry({ product }: Pick<Profited, "product">, price: number): number {
  return profitAtExpiry(product, price, "usd");
}

/**
 * Profit of one unit now, as a share of the deposit in the deposit asset; null when its options cannot be valued.
 * Options that are only on offer have earned nothing yet.
 */
export function profitSoFar({ product, market, basis }: Profited): number | null {
  if (basis !== "sold") return 0;
  return market === null
    ? null
    : profitBeforeExpiry(product, market, "depositAsset") / entryValue(product, "depositAsset");
}
