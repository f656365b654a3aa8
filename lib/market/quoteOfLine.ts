import { impliedVolatility } from "@/lib/pricing/impliedVolatility";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import type { QuoteFault } from "./MarketView";
import type { OptionQuote } from "./OptionQuote";
import type { BookLine } from "./parseSummaries";

/** A usable quote with the time it was made, or why the line is none. */
export type QuoteOfLine =
  | { readonly ok: true; readonly quote: OptionQuote; readonly madeAt: number }
  | { readonly ok: false; readonly fault: QuoteFault };

/** A line older than this is not the market any more, whatever the rest of the answer is. */
export const LINE_LIFE_SECONDS = 120;
/** A line made later than this after the chain's time is of another clock, and has no age. */
export const LINE_LEAD_SECONDS = 60;
/** In its last half hour an option is settled on an average that has begun: its volatility says nothing. */
export const LAST_SECONDS = 1_800;

/**
 * A line of the source → a quote in dollars and volatilities. Prices are in coin per option on one coin and are worth the
 * forward of their expiry: price × underlying price. Volatilities are Black's on that forward without a rate, at the time the
 * line was made; the mark's is the source's own where it says one. `now` is chain time in Unix seconds.
 */
export function quoteOfLine(line: BookLine, now: number): QuoteOfLine {
  const { option, bid, ask, mark, underlyingPrice: forward, madeAt } = line;
  const secondsLeft = option.expiry - madeAt;
  if (secondsLeft <= LAST_SECONDS || option.expiry <= now) return { ok: false, fault: "expired" };
  if (now - madeAt > LINE_LIFE_SECONDS) return { ok: false, fault: "stale" };
  if (madeAt - now > LINE_LEAD_SECONDS) return { ok: false, fault: "early" };
  if (bid !== null && ask !== null && bid > ask) return { ok: false, fault: "crossed" };
  if (bid === null && ask === null && mark === null) return { ok: false, fault: "noPrice" };
  const inDollars = (price: number | null) => (price === null ? null : price * forward);
  const timeToExpiryYears = secondsLeft / SECONDS_PER_YEAR;
  const volatilityOf = (price: number | null) => {
    if (price === null) return null;
    const { strike, isPut } = option;
    const implied = impliedVolatility({ price: price * forward, forward, strike, timeToExpiryYears, isPut });
    return implied.ok && implied.volatility > 0 ? implied.volatility : null;
  };
  const quote: OptionQuote = {
    ...option,
    forward,
    bid: inDollars(bid),
    ask: inDollars(ask),
    mark: inDollars(mark),
    bidVolatility: volatilityOf(bid),
    askVolatility: volatilityOf(ask),
    markVolatility: line.markVolatility ?? volatilityOf(mark),
    openInterest: line.openInterest,
  };
  const hasVolatility = quote.bidVolatility ?? quote.askVolatility ?? quote.markVolatility;
  return hasVolatility === null ? { ok: false, fault: "notImplied" } : { ok: true, quote, madeAt };
}

/** A quote's volatility for the surface, and the width that says how much it is worth; the width of a mark alone is null. */
export type VolatilityToFit = { readonly volatility: number; readonly width: number | null };

/** A book wider than this share of its volatility has a middle that says nothing: far from the money one tick is worth many points. */
const MOST_RELATIVE_WIDTH = 0.2;

/**
 * The middle of bid and ask where both imply a volatility and lie near each other; else the mark's, with the book's width where there
 * are two sides; null when there is neither.
 */
export function volatilityToFit(quote: OptionQuote): VolatilityToFit | null {
  const { bidVolatility: bid, askVolatility: ask, markVolatility: mark } = quote;
  const width = bid === null || ask === null ? null : ask - bid;
  const middle = bid === null || ask === null ? null : 0.5 * (bid + ask);
  const isMiddleWorthless = width === null || middle === null || width > MOST_RELATIVE_WIDTH * middle;
  if (isMiddleWorthless && mark !== null) return { volatility: mark, width };
  return middle === null ? null : { volatility: middle, width };
}
