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
};

/** What is quoted for one expiry, ascending in strike. */
export type QuotedSmile = {
  readonly expiry: number;
  readonly forward: number;
  readonly strikes: readonly QuotedStrike[];
};

/** In volatility: no quote is known better than this, whatever its width. */
const LEAST_WIDTH = 0.001;
/** A mark alone is known this much less well than the middle quote of its expiry; in volatility where there is none. */
const WIDTHS_OF_MARK = 3;
const WIDTH_OF_MARK = 0.03;

/**
 * A smile an expiry, ascending: at each strike the out-of-the-money option, whose volatility its price tells best, and the other one
 * where it says nothing. The forward is the middle of the lines'.
 */
export function quotedSmiles(quotes: readonly OptionQuote[]): readonly QuotedSmile[] {
  return [...groupedByExpiry(quotes, ({ expiry }) => expiry)].map(([expiry, ofExpiry]) => {
    const forward = median(ofExpiry.map((quote) => quote.forward));
    const strikes = new Map<number, QuotedStrike & { readonly isOutside: boolean }>();
    for (const quote of ofExpiry) {
      const { instrument, strike, isPut } = quote;
      const toFit = volatilityToFit(quote);
      const isOutside = isPut === strike < forward;
      if (toFit === null || (strikes.has(strike) && !isOutside)) continue;
      strikes.set(strike, { instrument, strike, ...toFit, isOutside });
    }
    return { expiry, forward, strikes: [...strikes.values()].toSorted((a, b) => a.strike - b.strike) };
  });
}

/** What each strike of a smile counts in the fit: one over the square of its width. */
export function smileWeight({ strikes }: QuotedSmile): (quoted: QuotedStrike) => number {
  const typical = median(strikes.flatMap(({ width }) => width ?? []));
  const widthOfMark = Number.isNaN(typical) ? WIDTH_OF_MARK : WIDTHS_OF_MARK * typical;
  return ({ width }) => 1 / Math.max(width ?? widthOfMark, LEAST_WIDTH) ** 2;
}
