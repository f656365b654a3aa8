import { type Price8, price8 } from "@/lib/units/Price8";

/** Tenths of a power of ten, the coarsest first. */
const STEPS = [50n, 25n, 10n] as const;

/**
 * The grid that strikes lie on: the coarsest of 1, 2.5 and 5 times a power of ten that is at most a hundredth of spot.
 * Ether at 3,400 dollars has strikes every 25, bitcoin at 92,000 every 500.
 */
export function strikeStep(spot: Price8): Price8 {
  const most = spot / 100n;
  if (most < 10n) return price8(1n);
  const tenth = 10n ** BigInt(most.toString().length - 2);
  return price8((STEPS.find((step) => step * tenth <= most) ?? 10n) * tenth);
}
