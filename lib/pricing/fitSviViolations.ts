import { constraintValue, type SviConstraint, type SviGroup } from "./fitSviProblem";
import { butterflyPlaces, calendarPlaces } from "./sviArbitrage";
import { readWings, WINGS_LENGTH, wingsVariance } from "./sviWings";
import type { RawSvi } from "./VolatilitySurface";

/** What the fit aims at, and what is asked of it: the room between is for what the iteration leaves. g, and shares of w and slope. */
const AIM = { butterfly: 1e-4, calendar: 5e-5, wing: 1e-4 };
const ASKED = { butterfly: 1e-5, calendar: 5e-6 };
/** First penalties, in squared volatility: they choose a path, not the result. */
const BUTTERFLY_PENALTY = 1e-4;
const CALENDAR_PENALTY = 1e-3;
/** Beyond so many widths of a smile w is its two straight wings: violations there are held by the wing and by one point. */
const FAR = 10;
/** In units of σ. */
const NEAR = 0.03;

/** One constraint for every stretch of k where a group's slices violate what is asked of them; empty when they are free of arbitrage. */
export function violatedConstraints(group: SviGroup, wings: Float64Array): readonly SviConstraint[] {
  return group.slices.flatMap((_, slice) => [
    ...violatedButterfly(group, wings, slice),
    ...violatedCalendar(group, wings, slice),
  ]);
}

function violatedButterfly(group: SviGroup, wings: Float64Array, slice: number): readonly SviConstraint[] {
  const svi = readWings(wings, WINGS_LENGTH * slice);
  const places = butterflyPlaces(svi, ASKED.butterfly);
  const found = places.map(
    (k): SviConstraint => ({
      kind: "butterfly",
      slice,
      k,
      reach: NEAR * svi.sigma,
      least: AIM.butterfly,
      penalty: BUTTERFLY_PENALTY,
    }),
  );
  const kept = deepest(group, wings, found);
  return kept.length > 0 ? kept : found.slice(0, 1);
}

function violatedCalendar(group: SviGroup, wings: Float64Array, slice: number): readonly SviConstraint[] {
  const at = WINGS_LENGTH * slice;
  const later = readWings(wings, at);
  const earlier = slice > 0 ? readWings(wings, at - WINGS_LENGTH) : readWings(group.floor, 0);
  const level = Math.max(wingsVariance(wings, at, { k: 0, gradient: null }), earlier.a);
  const common = { kind: "calendar", slice, penalty: CALENDAR_PENALTY / level, reach: NEAR * later.sigma } as const;
  const far = FAR * (Math.sqrt(level) + Math.abs(later.m) + later.sigma);
  const places = calendarPlaces(earlier, later, ASKED.calendar * level);
  const found: SviConstraint[] = [];
  for (const k of [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]) {
    const steepness = wingSlope(earlier, k);
    const isFarOff = places.some((place) => place * Math.sign(k) > far);
    if (isFarOff || wingSlope(later, k) < steepness) found.push({ ...common, k, least: AIM.wing * steepness });
  }
  const within = [...new Set(places.map((k) => Math.min(Math.max(k, -far), far)))];
  const points = within.map((k): SviConstraint => ({ ...common, k, least: AIM.calendar * level }));
  return [...found, ...deepest(group, wings, points)];
}

function wingSlope({ b, rho }: RawSvi, k: number): number {
  return k > 0 ? b * (1 + rho) : b * (1 - rho);
}

/** Of the places, ascending, those where the constraint is violated more than at the places beside it. */
function deepest(group: SviGroup, wings: Float64Array, candidates: readonly SviConstraint[]): readonly SviConstraint[] {
  const depths = candidates.map((candidate) => {
    const depth = constraintValue(group, candidate, { wings, normal: null }) / depthUnit(candidate, wings);
    return Number.isNaN(depth) ? Number.POSITIVE_INFINITY : depth;
  });
  return candidates.filter((_, index) => {
    const depth = depths[index] ?? Number.NaN;
    const [before, after] = [
      depths[index - 1] ?? Number.POSITIVE_INFINITY,
      depths[index + 1] ?? Number.POSITIVE_INFINITY,
    ];
    return depth <= before && depth < after;
  });
}

/** Far out, violations of w grow with w itself: they are compared as volatilities. */
function depthUnit({ kind, k, slice }: SviConstraint, wings: Float64Array): number {
  if (kind === "butterfly") return 1;
  return Math.sqrt(Math.max(wingsVariance(wings, WINGS_LENGTH * slice, { k, gradient: null }), Number.MIN_VALUE));
}
