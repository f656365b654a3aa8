import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { groupedByExpiry } from "./groupedByExpiry";
import type { OptionQuote } from "./OptionQuote";
import { median } from "./outliers";
import { volatilityToFit } from "./quoteOfLine";

/** One strike of a smile: the quote that stands for it. */
export type QuotedStrike = {
  readonly instrument: string;
  readonly strike: number;
  readonly volatility: number;
  /** Ask less bid in volatility; null for a mark alone. */
  readonly width: number | null;
  /** ln(strike/forward) in standard deviations of the move to expiry, by the quote's own volatility. */
  readonly deviations: number;
  /** What it counts in the fit: one over the square of its width; 0 far from the money. */
  readonly weight: number;
};

/** What is quoted for one expiry, ascending in strike. */
export type QuotedSmile = {
  readonly expiry: number;
  readonly timeToExpiryYears: number;
  readonly forward: number;
  readonly strikes: readonly QuotedStrike[];
};

/** In volatility: no quote is known better than this, whatever its width. */
const LEAST_WIDTH = 0.001;
/** A mark alone is known this much less well than the middle quote of its expiry; in volatility where there is none. */
const WIDTHS_OF_MARK = 3;
const WIDTH_OF_MARK = 0.03;
/**
 * Deviations from the forward, by the quote's own volatility, within which it counts: a delta of about 1/2 %. Beyond, a price is a few
 * ticks and its volatility is the tick's. On recorded chains of Deribit, crash day included, this takes the fit's error from
 * 0.5–14 points to 0.3–1.6.
 */
const MOST_DEVIATIONS = 2.5;
/** So many strikes count however far they lie: in its last hours an expiry has few near ones. */
const ALWAYS_COUNTED = 7;

/**
 * A smile an expiry, ascending, as of a time in Unix seconds: at each strike the out-of-the-money option, whose volatility its price tells
 * best, and the other one where it says nothing. The forward is the middle of the lines'.
 */
export function quotedSmiles(quotes: readonly OptionQuote[], asOf: number): readonly QuotedSmile[] {
  return [...groupedByExpiry(quotes, ({ expiry }) => expiry)].map(([expiry, ofExpiry]) => {
    const forward = median(ofExpiry.map((quote) => quote.forward));
    const timeToExpiryYears = (expiry - asOf) / SECONDS_PER_YEAR;
    const strikes = strikesOf(ofExpiry, forward).toSorted((a, b) => a.strike - b.strike);
    return { expiry, timeToExpiryYears, forward, strikes: weighted(strikes, { forward, timeToExpiryYears }) };
  });
}

type Unweighted = Omit<QuotedStrike, "deviations" | "weight">;

function strikesOf(quotes: readonly OptionQuote[], forward: number): readonly Unweighted[] {
  const strikes = new Map<number, Unweighted>();
  for (const quote of quotes) {
    const { instrument, strike, isPut } = quote;
    const toFit = volatilityToFit(quote);
    const isOutside = isPut === strike < forward;
    if (toFit !== null && (isOutside || !strikes.has(strike))) strikes.set(strike, { instrument, strike, ...toFit });
  }
  return [...strikes.values()];
}

function weighted(
  strikes: readonly Unweighted[],
  { forward, timeToExpiryYears }: { readonly forward: number; readonly timeToExpiryYears: number },
): readonly QuotedStrike[] {
  const typical = median(strikes.flatMap(({ width }) => width ?? []));
  const widthOfMark = Number.isNaN(typical) ? WIDTH_OF_MARK : WIDTHS_OF_MARK * typical;
  const deviations = strikes.map(
    ({ strike, volatility }) => Math.log(strike / forward) / (volatility * Math.sqrt(timeToExpiryYears)),
  );
  const distances = deviations.map(Math.abs).toSorted((a, b) => a - b);
  const furthest = Math.max(MOST_DEVIATIONS, distances[Math.min(ALWAYS_COUNTED, strikes.length) - 1] ?? 0);
  return strikes.map((quoted, index) => {
    const width = Math.max(quoted.width ?? widthOfMark, LEAST_WIDTH);
    const away = deviations[index] ?? Number.NaN;
    return { ...quoted, deviations: away, weight: Math.abs(away) > furthest ? 0 : 1 / (width * width) };
  });
}
