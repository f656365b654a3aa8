import { sliceFit } from "./fitQuality";
import { settleSlices } from "./fitSviSettle";
import { isUsable, prepareSlice, type SmileQuote } from "./fitSviTarget";
import { plainSmile } from "./plainSmile";
import { sviTotalVariance } from "./svi";
import { readWings } from "./sviWings";
import type { RawSvi, SliceFit } from "./VolatilitySurface";

export type SliceFitResult =
  | { readonly ok: true; readonly svi: RawSvi; readonly fit: SliceFit }
  | { readonly ok: false; readonly reason: "noQuotes" | "notANumber" };

/**
 * Raw SVI fitted to one expiry's quotes in volatility, weighted by the square of vega unless the quotes bring weights, and free of
 * butterfly arbitrage at every k: proved by the sign of a polynomial, not by a grid. Any number of quotes: with fewer than
 * five strikes a plain smile is lent at a thousandth of their weight. Exact quotes of an arbitrage-free slice give it back.
 * `notANumber`: a time or volatility that is not above 0, a k or weight that is none.
 */
export function fitSviSlice(quotes: readonly SmileQuote[], timeToExpiryYears: number): SliceFitResult {
  if (quotes.length === 0) return { ok: false, reason: "noQuotes" };
  if (!isUsable(quotes, timeToExpiryYears)) return { ok: false, reason: "notANumber" };
  const plain = plainSmile(1);
  const prepared = prepareSlice(quotes, timeToExpiryYears, (k) => sviTotalVariance(plain, k));
  const svi = readWings(settleSlices([prepared]), 0);
  return { ok: true, svi, fit: sliceFit(svi, quotes, timeToExpiryYears) };
}
