import { divRounded, type Rounding, scaledToNumber } from "./rounding";
import type { Unit } from "./Unit";

/** A number with 18 decimals, signed: ratios, share prices, option sizes ("one option on one whole unit" is 10^18). */
export type Wad = Unit<"wad">;

/** 1.0 as a {@link Wad}. */
export const WAD: Wad = wad(10n ** 18n);

/** Marks an integer that already counts 10^−18. */
export function wad(value: bigint): Wad {
  return value as Wad;
}

/** a · b in 18 decimals, rounded once, as written. */
export function mulWad(a: Wad, b: Wad, rounding: Rounding): Wad {
  return wad(divRounded(a * b, WAD, rounding));
}

/** a / b in 18 decimals, rounded once, as written. b = 0 throws the engine's RangeError. */
export function divWad(a: Wad, b: Wad, rounding: Rounding): Wad {
  return wad(divRounded(a * WAD, b, rounding));
}

/** The nearest double, for analytics and display only. */
export function wadToNumber(value: Wad): number {
  return scaledToNumber(value, 18);
}
