import type { Product } from "@/lib/products/Product";
import type { ValuationMarket } from "@/lib/products/value";

/** So many units of a product, in the market they are valued in. */
export type Position = { readonly product: Product; readonly units: number; readonly market: ValuationMarket };
