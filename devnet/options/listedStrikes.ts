import type { ExpiryKind } from "./expiries";

/** Distance of neighbouring strikes near the price, as a logarithm. */
const SPACING: Readonly<Record<ExpiryKind, number>> = { day: 0.0115, week: 0.02, month: 0.03, quarter: 0.04 };
/** How far the list reaches below and above the price, as logarithms: days ahead no further than a day can go, then 60 %. */
const REACH: Readonly<Record<ExpiryKind, readonly [number, number]>> = {
  day: [0.16, 0.16],
  week: [0.6, 0.47],
  month: [Math.log(2.5), Math.log(1.6)],
  quarter: [Math.log(2.5), Math.log(1.6)],
};
/** So many strikes either side are neighbours; beyond, every third of them is listed. */
const NEAR = 6;
const FAR_STEP = 3;
const MANTISSAS = [5, 2, 1] as const;

/** When an expiry of a long life comes near, a week's strikes are listed beside its own. */
const NEAR_YEARS = 16 / 365;

/** The strikes of an expiry around a price of some hundred dollars or more, ascending. */
export function listedStrikes(price: number, kind: ExpiryKind, timeToExpiryYears: number): readonly number[] {
  const isLate = timeToExpiryYears <= NEAR_YEARS && kind !== "day";
  const strikes = new Set([...ladder(price, kind), ...(isLate ? ladder(price, "week") : [])]);
  return [...strikes].sort((a, b) => a - b);
}

/**
 * Evenly spaced in logarithms around a price, and each on a round step of 1, 2 or 5 times a power of ten. They lie on a lattice that knows no price, so that a move lists and delists strikes at the ends and leaves the rest.
 */
function ladder(price: number, kind: ExpiryKind): ReadonlySet<number> {
  const spacing = SPACING[kind];
  const [below, above] = REACH[kind];
  const centre = Math.round(Math.log(price) / spacing);
  const from = Math.ceil((Math.log(price) - below) / spacing);
  const until = Math.floor((Math.log(price) + above) / spacing);
  const strikes = new Set<number>();
  for (let point = from; point <= until; point += 1) {
    if (Math.abs(point - centre) > NEAR && point % FAR_STEP !== 0) continue;
    const exact = Math.exp(point * spacing);
    const step = roundStep(exact * spacing);
    strikes.add(Math.round(exact / step) * step);
  }
  return strikes;
}

/** The largest of 1, 2 and 5 times a power of ten that is not above `size`. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return (MANTISSAS.find((mantissa) => mantissa * power <= size) ?? 1) * power;
}
