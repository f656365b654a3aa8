import { sviDurrleman, sviTotalVariance } from "./svi";
import { butterflyPlaces, calendarPlaces } from "./sviArbitrage";
import type { RawSvi, VolatilitySurface } from "./VolatilitySurface";

/** Where a surface allows arbitrage. */
export type ArbitrageViolation = {
  /** `butterfly`: a spread of three strikes of one expiry; `calendar`: an expiry against the one before it. */
  readonly kind: "butterfly" | "calendar";
  readonly timeToExpiryYears: number;
  /** ln(K/F). */
  readonly k: number;
  /** How far: −g, or the fall of w as a share of the earlier slice's; ∞ where w is not above 0 at all. */
  readonly amount: number;
};

/** Less than this is rounding. */
const ROUNDING = 1e-12;

/**
 * Every stretch of k where a slice's g is below 0, or its w below that of the slice before, by its place of most violation among those that the
 * certificate met; empty for a surface free of arbitrage, at any k and not at those of a grid. Between the slices w is linear in
 * time and so does not fall either.
 */
export function surfaceArbitrage({ slices }: VolatilitySurface): readonly ArbitrageViolation[] {
  return slices.flatMap(({ svi, timeToExpiryYears }, index) => {
    const earlier = slices[index - 1]?.svi;
    const butterfly = butterflyPlaces(svi, -ROUNDING).map((k) => ({ k, amount: butterflyAmount(svi, k) }));
    const calendar =
      earlier === undefined
        ? []
        : calendarPlaces(earlier, svi).map((k) => ({ k, amount: calendarAmount(earlier, svi, k) }));
    return [
      ...worstOfEach(butterfly).map((found) => ({ kind: "butterfly" as const, timeToExpiryYears, ...found })),
      ...worstOfEach(calendar).map((found) => ({ kind: "calendar" as const, timeToExpiryYears, ...found })),
    ];
  });
}

type Found = { readonly k: number; readonly amount: number };

function butterflyAmount(svi: RawSvi, k: number): number {
  const g = sviDurrleman(svi, k);
  return Number.isNaN(g) ? Number.POSITIVE_INFINITY : -g;
}

function calendarAmount(earlier: RawSvi, later: RawSvi, k: number): number {
  const before = sviTotalVariance(earlier, k);
  return (before - sviTotalVariance(later, k)) / before;
}

/** Of neighbouring places those with the largest amount, without what is rounding. */
function worstOfEach(places: readonly Found[]): readonly Found[] {
  return places.filter(({ amount }, index) => {
    const [before, after] = [places[index - 1]?.amount ?? 0, places[index + 1]?.amount ?? 0];
    return amount > ROUNDING && amount >= before && amount > after;
  });
}
