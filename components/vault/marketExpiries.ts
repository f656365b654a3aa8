import type { SmileQuote } from "@/components/charts/SmileShape";
import type { SurfaceSlice } from "@/lib/pricing/VolatilitySurface";
import { SECONDS_PER_YEAR, type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { MarketView } from "./Market";

/** One fitted expiry of a market with its quotes. */
export type MarketExpiry = {
  readonly expiry: UnixSeconds;
  readonly slice: SurfaceSlice;
  /** One a strike, of the side that is out of the money, ascending; none while the quotes are on their way. */
  readonly quotes: readonly SmileQuote[];
};

/** Times that differ by less are one expiry. */
const SAME_SECONDS = 3_600;

/** The expiries of the surface, soonest first. */
export function marketExpiries({ surface, asOf, quotes }: MarketView): readonly MarketExpiry[] {
  return surface.slices.map((slice): MarketExpiry => {
    const seconds = asOf + slice.timeToExpiryYears * SECONDS_PER_YEAR;
    const ours = quotes.filter((quote) => isSameExpiry(quote.expiry, seconds));
    const expiry = ours[0]?.expiry ?? Math.round(seconds / 60) * 60;
    return { expiry: unixSeconds(BigInt(Math.round(expiry))), slice, quotes: smileQuotes(ours, slice.forward) };
  });
}

/** Whether two instants in Unix seconds are one expiry. */
export function isSameExpiry(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME_SECONDS;
}

function smileQuotes(quotes: MarketView["quotes"], forward: number): readonly SmileQuote[] {
  return quotes
    .filter(({ strike, isPut }) => isPut === strike < forward)
    .map(({ strike, isPut, bidVolatility: bid, askVolatility: ask, markVolatility }) => ({
      strike,
      side: isPut ? "put" : "call",
      bid,
      ask,
      mid: bid !== null && ask !== null ? (bid + ask) / 2 : markVolatility,
    }));
}
