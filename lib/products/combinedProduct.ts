import type { Product } from "./Product";

/** So many units of a product. */
export type ProductUnits = { readonly product: Product; readonly units: number };

/** Several products as one, or why they are none: no parts, or parts that differ in underlying, deposit side or expiry. */
export type CombinedProduct =
  | { readonly ok: true; readonly product: Product }
  | { readonly ok: false; readonly reason: "empty" | "mixedUnderlying" | "mixedDeposit" | "mixedExpiry" };

/**
 * The sum of products as one product whose unit is the whole: cash, premiums and legs add up, so its payoff, breakevens
 * and Greeks are those of holding all parts. Its entry price is the mean of the parts', weighted by their cash, which
 * keeps the sum's dollars at entry. Legs stay apart and in order, so that volatilities can be joined the same way.
 */
export function combinedProduct(parts: readonly ProductUnits[]): CombinedProduct {
  const first = parts[0]?.product;
  if (first === undefined) return { ok: false, reason: "empty" };
  const products = parts.map(({ product }) => product);
  if (products.some(({ underlying }) => underlying !== first.underlying)) {
    return { ok: false, reason: "mixedUnderlying" };
  }
  if (products.some(({ deposit }) => deposit !== first.deposit)) return { ok: false, reason: "mixedDeposit" };
  if (products.some(({ expiry }) => expiry !== first.expiry)) return { ok: false, reason: "mixedExpiry" };
  const cash = sum(parts, ({ product, units }) => units * product.cash);
  const entry = sum(parts, ({ product, units }) => units * product.cash * product.entrySpot);
  return {
    ok: true,
    product: {
      ...first,
      cash,
      premium: sum(parts, ({ product, units }) => units * product.premium),
      legs: parts.flatMap(({ product, units }) =>
        product.legs.map((leg) => ({ ...leg, quantity: leg.quantity * units })),
      ),
      entrySpot: cash === 0 ? first.entrySpot : entry / cash,
    },
  };
}

function sum(parts: readonly ProductUnits[], of: (part: ProductUnits) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}
