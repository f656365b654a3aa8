import { scaledToNumber } from "./rounding";
import type { Unit } from "./Unit";

/** A price or strike in the quote per whole unit of the underlying, 8 decimals, as the feeds and the series state it. */
export type Price8 = Unit<"price8">;

/** Marks an integer that already counts 10^−8 of the quote. */
export function price8(value: bigint): Price8 {
  return value as Price8;
}

/** The nearest double, for analytics and display only. */
export function price8ToNumber(value: Price8): number {
  return scaledToNumber(value, 8);
}
