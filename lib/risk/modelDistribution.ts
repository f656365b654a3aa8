import type { StripValues } from "@/lib/pricing/PricingModel";
import { stripAtForwards } from "@/lib/pricing/stripAtForwards";
import type { ModelMarket } from "@/lib/products/valueUnderModel";

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

/** Undiscounted puts struck at each level, seen from the spot now. */
function putsAt(strikes: readonly number[], market: ModelMarket): StripValues {
  const { model, spot, timeToExpiryYears, volatilityShift = 0 } = market;
  const strip = { forward: spot, timeToExpiryYears, strikes, isPut: strikes.map(() => true) };
  return stripAtForwards(strip, { model, forwards: [spot], volatilityShift });
}

function isInside(level: number): boolean {
  return level > 0 && level < Number.POSITIVE_INFINITY;
}
