import type { SmileQuote } from "@/components/charts/SmileShape";
import type { MarketView } from "@/components/vault/Market";
import { isSameExpiry, type MarketExpiry, marketExpiries } from "@/components/vault/marketExpiries";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

/** One expiry that options are listed for, with what its smile was fitted to. */
export type ListedExpiry = MarketExpiry & {
  /** Ascending; every strike with a quote of either kind. */
  readonly strikes: readonly number[];
  /** Between which strikes both a bid and an ask were there; null where none had both. Beyond them the smile is the curve's own continuation. */
  readonly fitted: readonly [least: number, most: number] | null;
  readonly options: MarketView["quotes"];
};

/** Expiries nearer than this are no longer built for: their options are settled before a deposit could join. */
const LEAST_SECONDS = 3_600n;

/** The expiries of a market that are still to come, soonest first; none until its quotes are there. */
export function listedExpiries(view: MarketView, now: UnixSeconds): readonly ListedExpiry[] {
  return marketExpiries(view)
    .filter(({ expiry }) => expiry > now + LEAST_SECONDS)
    .flatMap((of): readonly ListedExpiry[] => {
      const options = view.quotes.filter((quote) => isSameExpiry(quote.expiry, Number(of.expiry)));
      const strikes = [...new Set(options.map(({ strike }) => strike))].sort((a, b) => a - b);
      return strikes.length === 0 ? [] : [{ ...of, strikes, fitted: fittedRange(of.quotes), options }];
    });
}

/** Whether the smile at a strike is more than a continuation. */
export function isFitted({ fitted }: Pick<ListedExpiry, "fitted">, strike: number): boolean {
  return fitted !== null && strike >= fitted[0] && strike <= fitted[1];
}

function fittedRange(quotes: readonly SmileQuote[]): readonly [number, number] | null {
  const both = quotes.filter(({ bid, ask }) => bid !== null && ask !== null).map(({ strike }) => strike);
  return both.length === 0 ? null : [Math.min(...both), Math.max(...both)];
}
