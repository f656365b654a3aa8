import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Leg } from "./Leg";

/** What is deposited, and what the legs settle in: the underlying itself, or the quote (one quote unit counts as one dollar). */
export type DepositKind = "underlying" | "quote";

/**
 * The unit of a value or profit: dollars with the deposited asset's own move in it, or the deposit asset alone.
 * For a product in the quote the two are equal.
 */
export type Measure = "usd" | "depositAsset";

/**
 * A package of cash, premium and legs over one expiry, stated per unit (usually per unit of the deposit asset).
 * Numbers for analytics and display; the exact integers are those of the contracts.
 */
export type Product = {
  /** Symbol of the underlying, such as "ETH". */
  readonly underlying: string;
  readonly deposit: DepositKind;
  /** Instant at which all legs settle. */
  readonly expiry: UnixSeconds;
  readonly legs: readonly Leg[];
  /** Deposit asset held per unit, without the premium: 1 for a product stated per deposited unit. */
  readonly cash: number;
  /** Net premium per unit in the deposit asset: received above 0, paid below. */
  readonly premium: number;
  /** Price of the underlying when the product was entered: what its profit in dollars is counted from. */
  readonly entrySpot: number;
};

/** Dollars that one unit cost at entry, or the deposit asset it took. */
export function entryValue(product: Product, measure: Measure): number {
  return measure === "usd" && product.deposit === "underlying" ? product.cash * product.entrySpot : product.cash;
}
