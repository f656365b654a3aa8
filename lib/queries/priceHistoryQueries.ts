import { queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Entity } from "./refreshedPerBlock";

const DAY_SECONDS = 86_400;
/** Expiries are at this hour, so days are counted from it. */
const DAY_STARTS_SECONDS = 8 * 3_600;
/** So many days are looked at: a season, in which volatility has been high and low. */
const DAYS = 120;
const AGAIN_MILLISECONDS = 10_000;

/** What the feeds said day by day. Rounds never change, so an answer stands until the next day begins. */
export const priceHistoryQueries = {
  /** Closes of every feed for the last days before `now`, chain time in Unix seconds; skipped until it is known. */
  daily: (source: ChainSource, now: bigint | undefined) => {
    const last = now === undefined ? undefined : lastDay(Number(now));
    return queryOptions({
      queryKey: ["prices" satisfies Entity, { chainId: source.deployment.chainId, last: last ?? null }] as const,
      queryFn:
        last === undefined
          ? skipToken
          : async () => {
              const { readPriceHistory } = await import("@/lib/protocols/ballast/read/readPriceHistory");
              const days = Array.from({ length: DAYS }, (_, index) => last - (DAYS - 1 - index) * DAY_SECONDS);
              return readPriceHistory(source, { days });
            },
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) => (state.status === "error" ? AGAIN_MILLISECONDS : false),
    });
  },
};

/** The newest 08:00 UTC that has passed. */
function lastDay(now: number): number {
  return now - ((now - DAY_STARTS_SECONDS) % DAY_SECONDS);
}
