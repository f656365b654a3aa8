import { slicesAround } from "./surfaceVariance";
import type { RawSvi, SurfaceSlice, VolatilitySurface } from "./VolatilitySurface";

/** One hyperbola of a section: weight·(ρ(k − m) + √((k − m)² + σ²)). */
type Hyperbola = {
  readonly weight: number;
  readonly rho: number;
  readonly m: number;
  readonly squareSigma: number;
};

/**
 * A surface at one time as a function of k = ln(K/F) alone, for many strikes or prices: variance a year, base + both hyperbolas.
 * `early` is of the expiry before, `late` of the one after; where there is but one the other's weight is 0.
 */
export type SmileSection = { readonly base: number; readonly early: Hyperbola; readonly late: Hyperbola };

const NONE: Hyperbola = { weight: 0, rho: 0, m: 0, squareSigma: 1 };

/**
 * The section at a time: its square root is `surfaceVolatility` at every k, to roundings. Domain as there; outside, or where a slice is none, the
 * base is NaN.
 */
export function smileSection(surface: VolatilitySurface, timeToExpiryYears: number): SmileSection {
  const first = surface.slices[0]?.timeToExpiryYears ?? Number.NaN;
  const years = Math.max(timeToExpiryYears, first);
  const { before, after } = slicesAround(surface, years);
  const isInside = timeToExpiryYears >= 0 && years < Number.POSITIVE_INFINITY;
  if (before === null || !isInside) return { base: Number.NaN, early: NONE, late: NONE };
  if (after === null) return beyond(before, years);
  const share = (years - before.timeToExpiryYears) / (after.timeToExpiryYears - before.timeToExpiryYears);
  const [early, late] = [(1 - share) / years, share / years];
  return {
    base: early * base(before.svi) + late * base(after.svi),
    early: hyperbola(before.svi, early),
    late: hyperbola(after.svi, late),
  };
}

/** After the last expiry: its variance, and for each year more its own at the money. */
function beyond({ svi, timeToExpiryYears }: SurfaceSlice, years: number): SmileSection {
  const { a, b, rho, m, sigma } = svi;
  const atTheMoney = a + b * (Math.sqrt(m * m + sigma * sigma) - rho * m);
  const later = (years / timeToExpiryYears - 1) * atTheMoney;
  return { base: (base(svi) + later) / years, early: hyperbola(svi, 1 / years), late: NONE };
}

/** a, or NaN of what is no slice. */
function base({ a, b, rho, m, sigma }: RawSvi): number {
  const isSvi = b >= 0 && b < Number.POSITIVE_INFINITY && Math.abs(rho) <= 1 && sigma > 0 && Number.isFinite(a + m);
  return isSvi ? a : Number.NaN;
}

function hyperbola({ b, rho, m, sigma }: RawSvi, share: number): Hyperbola {
  return { weight: share * b, rho, m, squareSigma: sigma * sigma };
}

/**
 * Volatilities of a section at the first `count` places of k, into their places: below 1e-14 of `surfaceVolatility`'s. Nothing is allocated.
 */
export function fillSectionVolatilities({ base, early, late }: SmileSection, k: Float64Array, count: number): void {
  const { weight: earlyWeight, rho: earlyRho, m: earlyM, squareSigma: earlySigma } = early;
  const { weight: lateWeight, rho: lateRho, m: lateM, squareSigma: lateSigma } = late;
  for (let index = 0; index < count; index += 1) {
    const at = k[index] as number;
    const x = at - earlyM;
    const y = at - lateM;
    const first = earlyWeight * (earlyRho * x + Math.sqrt(x * x + earlySigma));
    const second = lateWeight * (lateRho * y + Math.sqrt(y * y + lateSigma));
    k[index] = Math.sqrt(base + first + second);
  }
}

/** Volatility at one k: to the last bit that of the columns. */
export function sectionVolatility({ base, early, late }: SmileSection, k: number): number {
  const [x, y] = [k - early.m, k - late.m];
  const first = early.weight * (early.rho * x + Math.sqrt(x * x + early.squareSigma));
  const second = late.weight * (late.rho * y + Math.sqrt(y * y + late.squareSigma));
  return Math.sqrt(base + first + second);
}

/** Places of k, and where the slopes there go. */
export type SlopeColumns = {
  readonly logMoneyness: Float64Array;
  readonly slope: Float64Array;
  readonly from: number;
  readonly to: number;
};

/** ∂σ/∂k of a section at the places from `from` to before `to`. Nothing is allocated. */
export function fillSectionSlopes(section: SmileSection, { logMoneyness, slope, from, to }: SlopeColumns): void {
  const { base, early, late } = section;
  const { weight: earlyWeight, rho: earlyRho, m: earlyM, squareSigma: earlySigma } = early;
  const { weight: lateWeight, rho: lateRho, m: lateM, squareSigma: lateSigma } = late;
  for (let index = from; index < to; index += 1) {
    const at = logMoneyness[index] as number;
    const x = at - earlyM;
    const y = at - lateM;
    const earlyRoot = Math.sqrt(x * x + earlySigma);
    const lateRoot = Math.sqrt(y * y + lateSigma);
    const variance = base + earlyWeight * (earlyRho * x + earlyRoot) + lateWeight * (lateRho * y + lateRoot);
    const rise = earlyWeight * (earlyRho + x / earlyRoot) + lateWeight * (lateRho + y / lateRoot);
    slope[index] = rise / (2 * Math.sqrt(variance));
  }
}
