import { sviDerivatives, type TotalVariance } from "./svi";
import type { SurfaceSlice, VolatilitySurface } from "./VolatilitySurface";

const NOWHERE: TotalVariance = { w: Number.NaN, slope: Number.NaN, curvature: Number.NaN };

/**
 * Total variance at any k = ln(K/F) and time, with its first two derivatives in k.
 *
 * Between two expiries linear in time at fixed k, so that w does not fall where it does not fall between the slices. Before the first, its
 * volatility at the same k: w₁·T/T₁, which keeps g ≥ 0, because g is concave in that factor and not negative at 0. After the last,
 * w(k) + w(0)·(T/Tₙ − 1): the volatility at the money stays, and the smile flattens as 1/T.
 * Domain: T ≥ 0 and finite, k finite; outside, or without slices, NaN.
 */
export function surfaceVariance(surface: VolatilitySurface, k: number, timeToExpiryYears: number): TotalVariance {
  const { before, after } = slicesAround(surface, timeToExpiryYears);
  const isInside = timeToExpiryYears >= 0 && timeToExpiryYears < Number.POSITIVE_INFINITY;
  if (!isInside || (before === null && after === null)) return NOWHERE;
  if (before === null)
    return after === null ? NOWHERE : scaled(sviDerivatives(after.svi, k), timeToExpiryYears / after.timeToExpiryYears);
  const early = sviDerivatives(before.svi, k);
  if (after === null) {
    const years = timeToExpiryYears / before.timeToExpiryYears - 1;
    return { ...early, w: early.w + years * sviDerivatives(before.svi, 0).w };
  }
  const share = shareOf(timeToExpiryYears, before, after);
  const late = sviDerivatives(after.svi, k);
  return {
    w: early.w + share * (late.w - early.w),
    slope: early.slope + share * (late.slope - early.slope),
    curvature: early.curvature + share * (late.curvature - early.curvature),
  };
}

/** Forward of any time: ln F on the line between the expiries around, that of the nearest expiry outside of them. */
export function surfaceForward(surface: VolatilitySurface, timeToExpiryYears: number): number {
  const { before, after } = slicesAround(surface, timeToExpiryYears);
  const nearest = before ?? after;
  if (nearest === null || !(timeToExpiryYears >= 0)) return Number.NaN;
  if (before === null || after === null) return nearest.forward;
  return before.forward * (after.forward / before.forward) ** shareOf(timeToExpiryYears, before, after);
}

type SlicesAround = { readonly before: SurfaceSlice | null; readonly after: SurfaceSlice | null };

/** The last slice at or before a time and the first one after it; null where there is none. */
export function slicesAround({ slices }: VolatilitySurface, timeToExpiryYears: number): SlicesAround {
  let next = 0;
  while (next < slices.length && (slices[next]?.timeToExpiryYears ?? Number.NaN) <= timeToExpiryYears) next += 1;
  return { before: slices[next - 1] ?? null, after: slices[next] ?? null };
}

function shareOf(timeToExpiryYears: number, before: SurfaceSlice, after: SurfaceSlice): number {
  return (timeToExpiryYears - before.timeToExpiryYears) / (after.timeToExpiryYears - before.timeToExpiryYears);
}

function scaled({ w, slope, curvature }: TotalVariance, factor: number): TotalVariance {
  return { w: factor * w, slope: factor * slope, curvature: factor * curvature };
}
