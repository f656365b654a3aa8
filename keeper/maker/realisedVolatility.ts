import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";

/** A feed's round as analytics sees it. */
export type PricePoint = { readonly price: number; readonly atSeconds: number };

const FEWEST_POINTS = 8;
const LOWEST = 0.2;
const HIGHEST = 2;

/**
 * Annualised volatility that the points show: √(Σ ln² / Σ years), so uneven spacing is weighed right.
 * Kept inside [0.2, 2]; null when fewer than eight points or no time lies between them.
 */
export function realisedVolatility(points: readonly PricePoint[]): number | null {
  if (points.length < FEWEST_POINTS) return null;
  let squares = 0;
  let seconds = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    squares += Math.log(point.price / before.price) ** 2;
    seconds += point.atSeconds - before.atSeconds;
  }
  if (seconds <= 0) return null;
  const volatility = Math.sqrt((squares / seconds) * SECONDS_PER_YEAR);
  return Math.min(Math.max(volatility, LOWEST), HIGHEST);
}
