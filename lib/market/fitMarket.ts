import { MarketUnusableError } from "@/lib/errors/marketErrors";
import { fitSurface } from "@/lib/pricing/fitSurface";
import { sviTotalVariance } from "@/lib/pricing/svi";
import type { SurfaceSlice } from "@/lib/pricing/VolatilitySurface";
import type { CleanQuotes } from "./cleanQuotes";
import type { MarketView, QuoteFault } from "./MarketView";
import type { OptionQuote } from "./OptionQuote";
import { outlyingPoints, wildPoints } from "./outliers";
import { type QuotedSmile, type QuotedStrike, quotedSmiles } from "./quotedSmiles";

/** A view before the server adds what it remembers. */
export type FittedMarket = Omit<MarketView, "history">;

/** What the surface is fitted to, and whose it is. */
export type FitMarketInput = Pick<FittedMarket, "currency" | "source" | "indexPrice" | "asOf"> & {
  readonly clean: CleanQuotes;
};

/** A smile of five parameters needs as many strikes. */
const LEAST_STRIKES = 5;
/** One of them within so many deviations of the forward on either side. */
const NEAR_DEVIATIONS = 1.5;
/** Two bad quotes can hide each other from the first fit, seldom more from the next ones. */
const MOST_FITS = 4;
/** At most this part of an expiry's strikes may be outliers of one fit; beyond it they are the market. */
const MOST_OUTLIERS = 0.25;

type Left = Pick<CleanQuotes, "quotes" | "faults">;

/**
 * Fits the surface to the quotes' smiles as of `asOf`, takes outliers out and fits again. Expiries of too few strikes are left out
 * with their lines. Throws {@link MarketUnusableError}: `thin` when no expiry is left, `noFit` when no surface without
 * arbitrage is found.
 */
export function fitMarket({ clean, asOf, ...whose }: FitMarketInput): FittedMarket {
  const isWild = ({ strikes }: QuotedSmile) => named(strikes, wildPoints(strikes));
  let left = without(clean, "outlier", quotedSmiles(clean.quotes, asOf).flatMap(isWild));
  for (let fits = 1; ; fits += 1) {
    left = without(left, "thin", ofThinExpiries(left.quotes, asOf));
    const smiles = quotedSmiles(left.quotes, asOf);
    if (smiles.length === 0) throw new MarketUnusableError("thin");
    const fitted = fitSurface({ slices: smiles.map(({ strikes, ...smile }) => ({ ...smile, quotes: strikes })) });
    if (!fitted.ok) throw new MarketUnusableError("noFit");
    const { surface, fit } = fitted;
    const outliers = fits < MOST_FITS ? smiles.flatMap((smile, index) => outliersOf(smile, surface.slices[index])) : [];
    if (outliers.length === 0) return { ...whose, asOf, ...left, surface, rmsVolatility: fit.rmsVolatility };
    left = without(left, "outlier", outliers);
  }
}

function without({ quotes, faults }: Left, fault: QuoteFault, instruments: readonly string[]): Left {
  if (instruments.length === 0) return { quotes, faults };
  const names = new Set(instruments);
  return {
    quotes: quotes.filter(({ instrument }) => !names.has(instrument)),
    faults: { ...faults, [fault]: (faults[fault] ?? 0) + names.size },
  };
}

function ofThinExpiries(quotes: readonly OptionQuote[], asOf: number): readonly string[] {
  const thin = quotedSmiles(quotes, asOf).filter((smile) => !isWhole(smile));
  const expiries = new Set(thin.map(({ expiry }) => expiry));
  return quotes.filter(({ expiry }) => expiries.has(expiry)).map(({ instrument }) => instrument);
}

/** Are there strikes for a smile, and near the money on either side of it? Wings alone would say what it is at the money. */
function isWhole({ strikes }: QuotedSmile): boolean {
  const near = strikes.filter(({ deviations }) => Math.abs(deviations) <= NEAR_DEVIATIONS);
  const hasMoney = near.some(({ deviations }) => deviations <= 0) && near.some(({ deviations }) => deviations >= 0);
  return strikes.length >= LEAST_STRIKES && hasMoney;
}

/** Instruments that the fit of their expiry shows to be wrong. */
function outliersOf({ forward, strikes }: QuotedSmile, slice: SurfaceSlice | undefined): readonly string[] {
  if (slice === undefined) return [];
  const counted = strikes.filter(({ weight }) => weight > 0);
  const residuals = counted.map(({ strike, volatility }) => {
    const variance = sviTotalVariance(slice.svi, Math.log(strike / forward));
    return Math.sqrt(variance / slice.timeToExpiryYears) - volatility;
  });
  const outliers = outlyingPoints(counted, residuals);
  return outliers.length > MOST_OUTLIERS * counted.length ? [] : named(counted, outliers);
}

function named(strikes: readonly QuotedStrike[], indices: readonly number[]): readonly string[] {
  return indices.flatMap((index) => strikes[index]?.instrument ?? []);
}
