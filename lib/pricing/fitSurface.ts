import { sliceFit, surfaceFit } from "./fitQuality";
import { settleSlices } from "./fitSviSettle";
import { isUsable, isWellQuoted, type PreparedSlice, prepareSlice, type SmileQuote } from "./fitSviTarget";
import { plainSmile } from "./plainSmile";
import { sviTotalVariance } from "./svi";
import { butterflyPlaces } from "./sviArbitrage";
import { readWings, WINGS_LENGTH } from "./sviWings";
import type { RawSvi, SliceFit, SurfaceSlice, VolatilitySurface } from "./VolatilitySurface";

/** The quotes of one expiry. */
export type SurfaceExpiry = {
  /** Years of 365 days, above 0. */
  readonly timeToExpiryYears: number;
  /** Of that expiry, in the quote. */
  readonly forward: number;
  readonly quotes: readonly SurfaceQuote[];
};

export type SurfaceQuote = {
  /** In the quote, above 0. */
  readonly strike: number;
  /** Annualised, above 0. */
  readonly volatility: number;
  /** Of its squared error in volatility, at least 0; the square of its vega when left out. */
  readonly weight?: number;
};

/** Why there is no surface: nothing to fit, an expiry without quotes, two of one time, or a number that is none of its kind. */
export type SurfaceFitReason = "noExpiries" | "noQuotes" | "sameExpiry" | "notANumber";

export type SurfaceFitResult =
  | { readonly ok: true; readonly surface: VolatilitySurface; readonly fit: SliceFit }
  | { readonly ok: false; readonly reason: SurfaceFitReason };

/**
 * Fits every expiry by raw SVI so that the whole is free of arbitrage at every k, wings beyond the quotes included: g ≥ 0 in each slice, and w
 * does not fall from one slice to the next. Each expiry is fitted alone first; those that offend are fitted again together, so
 * that all give way by what their quotes' weights say. Fits in volatility; quotes without weight count by the square of their
 * vega. An expiry with fewer than five strikes is lent the shape of its nearest neighbour that has them. Expiries may come in any order.
 * Source of the method: Zeliade (2009) for the slice; Gatheral and Jacquier (2014) for the conditions. Decision 34.
 */
export function fitSurface({ slices }: { readonly slices: readonly SurfaceExpiry[] }): SurfaceFitResult {
  if (slices.length === 0) return { ok: false, reason: "noExpiries" };
  const expiries = slices.toSorted((x, y) => x.timeToExpiryYears - y.timeToExpiryYears).map(smileOf);
  const reason = expiries.map(reasonAgainst).find((found) => found !== null);
  if (reason !== undefined) return { ok: false, reason };
  const settled = settleSlices(prepareAll(expiries));
  const fitted = expiries.map(({ timeToExpiryYears, forward, quotes }, index): SurfaceSlice => {
    const svi = readWings(settled, WINGS_LENGTH * index);
    return { timeToExpiryYears, forward, svi, fit: sliceFit(svi, quotes, timeToExpiryYears) };
  });
  return { ok: true, surface: { slices: fitted }, fit: surfaceFit(fitted.map(({ fit }) => fit)) };
}

type Smile = { readonly timeToExpiryYears: number; readonly forward: number; readonly quotes: readonly SmileQuote[] };

function smileOf({ timeToExpiryYears, forward, quotes }: SurfaceExpiry): Smile {
  const inLogs = ({ strike, ...rest }: SurfaceQuote): SmileQuote => ({ ...rest, k: Math.log(strike / forward) });
  return { timeToExpiryYears, forward, quotes: quotes.map(inLogs) };
}

function reasonAgainst(smile: Smile, index: number, all: readonly Smile[]): SurfaceFitReason | null {
  if (smile.quotes.length === 0) return "noQuotes";
  if (!isUsable(smile.quotes, smile.timeToExpiryYears)) return "notANumber";
  return smile.timeToExpiryYears === all[index - 1]?.timeToExpiryYears ? "sameExpiry" : null;
}

/** Well quoted expiries first; the others are lent the shape of the nearest of them that is a density at all. */
function prepareAll(expiries: readonly Smile[]): readonly PreparedSlice[] {
  const plain = plainSmile(1);
  const own = expiries.map(({ quotes, timeToExpiryYears }) =>
    isWellQuoted(quotes) ? prepareSlice(quotes, timeToExpiryYears, (k) => sviTotalVariance(plain, k)) : null,
  );
  return expiries.map(({ quotes, timeToExpiryYears }, index) => {
    const known = own[index];
    if (known !== null && known !== undefined) return known;
    const near = nearest(expiries, own, timeToExpiryYears) ?? { svi: plain, timeToExpiryYears };
    const scale = Math.sqrt(near.timeToExpiryYears / timeToExpiryYears);
    return prepareSlice(quotes, timeToExpiryYears, (k) => sviTotalVariance(near.svi, k * scale));
  });
}

type Known = { readonly svi: RawSvi; readonly timeToExpiryYears: number };

function nearest(
  expiries: readonly Smile[],
  own: readonly (PreparedSlice | null)[],
  timeToExpiryYears: number,
): Known | null {
  let best: Known | null = null;
  let least = Number.POSITIVE_INFINITY;
  own.forEach((prepared, index) => {
    const years = expiries[index]?.timeToExpiryYears ?? Number.NaN;
    const distance = Math.abs(Math.log(years / timeToExpiryYears));
    if (prepared === null || !(distance < least)) return;
    const svi = readWings(prepared.wings, 0);
    if (butterflyPlaces(svi).length > 0) return;
    least = distance;
    best = { svi, timeToExpiryYears: years };
  });
  return best;
}
