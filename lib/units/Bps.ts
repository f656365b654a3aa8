import { scaledToNumber } from "./rounding";
import type { Unit } from "./Unit";

/** Basis points: 10,000 is the whole. Fees, bounds and largest losses in the policy are stated in it. */
export type Bps = Unit<"bps">;

/** The whole, 100 %. */
export const BPS: Bps = bps(10_000n);

/** Marks an integer that already counts basis points. */
export function bps(value: bigint): Bps {
  return value as Bps;
}

/** The share as a double (10,000 → 1), for analytics and display only. */
export function bpsToNumber(value: Bps): number {
  return scaledToNumber(value, 4);
}
