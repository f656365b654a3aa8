import { queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { marketCurrency } from "@/lib/market/marketCurrency";
import type { Entity } from "./refreshedPerBlock";

/** The server reads the source at most every ten seconds: asking more often brings the same answer again. */
export const MARKET_INTERVAL_MILLISECONDS = 15_000;

/**
 * What the app's own server knows of an option market. Not of any block, so no block refreshes it: while it is on screen it
 * is asked for again at the interval. A failed ask keeps the last answer, whose age the screens measure by chain time; an
 * answer of another coin is never shown in between.
 */
export const marketQueries = {
  /** The market of a token's coin; skipped where none is configured, and for a token of no known coin. */
  view: (source: ChainSource, underlying: string | undefined) => {
    const currency = underlying === undefined ? null : marketCurrency(underlying);
    return queryOptions({
      queryKey: ["market" satisfies Entity, { currency }] as const,
      queryFn:
        currency === null || !source.deployment.hasMarket
          ? skipToken
          : async ({ signal }) => {
              const { readMarketAnswer } = await import("@/lib/market/readMarketAnswer");
              return readMarketAnswer(currency, signal);
            },
      staleTime: MARKET_INTERVAL_MILLISECONDS,
      refetchInterval: MARKET_INTERVAL_MILLISECONDS,
    });
  },
};
