import type { StripValues } from "@/lib/pricing/PricingModel";
import { stripAtForwards } from "@/lib/pricing/stripAtForwards";
import type { OutcomeZone } from "@/lib/products/outcomeZones";
import type { ModelMarket } from "@/lib/products/valueUnderModel";
import { type ZoneOdds, zoneOdds } from "./zoneOdds";

/** Probability, as the model implies it, that settlement lies below each level; 0 → 0, ∞ → 1. Levels at least 0. */
export function modelProbabilitiesBelow(levels: readonly number[], market: ModelMarket): Float64Array {
  const inside = levels.filter(isInside);
  const { probabilityBelow } = putsAt(inside, market);
  let next = 0;
  return Float64Array.from(levels, (level) => {
    if (!isInside(level)) return level > 0 ? 1 : level;
    next += 1;
    return probabilityBelow[next - 1] ?? Number.NaN;
  });
}

/** The odds of each zone of outcomes under the model; they sum to 1. Implied by option prices, not a forecast. */
export function modelZoneOdds(zones: readonly OutcomeZone[], market: ModelMarket): ZoneOdds[] {
  const levels = zones.map(({ from }) => from);
  const below = modelProbabilitiesBelow(levels, market);
  const at = new Map(levels.map((level, index) => [level, below[index] ?? Number.NaN]));
  return zoneOdds(zones, { probabilityBelow: (level) => at.get(level) ?? 1 });
}

/** Undiscounted puts struck at each level, seen from the spot now. */
function putsAt(strikes: readonly number[], market: ModelMarket): StripValues {
  const { model, spot, timeToExpiryYears, volatilityShift = 0 } = market;
  const strip = { forward: spot, timeToExpiryYears, strikes, isPut: strikes.map(() => true) };
  return stripAtForwards(strip, { model, forwards: [spot], volatilityShift });
}

function isInside(level: number): boolean {
  return level > 0 && level < Number.POSITIVE_INFINITY;
}
