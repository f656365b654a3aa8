import { scaledToNumber } from "./rounding";
import type { Unit } from "./Unit";

/** A count of a vault share's smallest unit (18 decimals). */
export type Shares = Unit<"shares">;

/** Marks an integer that already counts the share's smallest unit. */
export function shares(value: bigint): Shares {
  return value as Shares;
}

/** Whole shares as the nearest double, for analytics and display only. */
export function sharesToNumber(value: Shares, decimals = 18): number {
  return scaledToNumber(value, decimals);
}
