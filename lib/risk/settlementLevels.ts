import { outcomeZones } from "@/lib/products/outcomeZones";
import type { Product } from "@/lib/products/Product";

/** Half as many levels lie on each side of the spot. */
const LEVELS = 600;
/** The outermost lie this far in ln(level/spot): a fall to a twentieth, a rise by twenty. */
const REACH = 3;
/** A law narrower than this is a certainty for all that is told of it. */
const LEAST_DEVIATION = 1e-4;

/**
 * Settlement prices at which a law is looked at for a product: evenly spaced near the spot, by about a hundredth of the deviation, and ever wider
 * out to where no epoch has gone, with every strike and every bound between outcomes among them. Ascending, each once.
 */
export function settlementLevels(
  product: Product,
  { spot, deviation }: { readonly spot: number; readonly deviation: number },
): number[] {
  const scale = Math.max(LEAST_DEVIATION, deviation);
  const last = Math.asinh(REACH / scale);
  const spread = Array.from({ length: LEVELS + 1 }, (_, index) => {
    return spot * Math.exp(scale * Math.sinh(last * ((2 * index) / LEVELS - 1)));
  });
  const bounds = outcomeZones(product, "usd").map(({ from }) => from);
  const strikes = product.legs.map(({ strike }) => strike);
  const levels = [...spread, ...bounds, ...strikes].filter((level) => level > 0);
  return [...new Set(levels)].sort((a, b) => a - b);
}
