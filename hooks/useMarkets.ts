"use client";

import { type UseQueryResult, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MarketAnswer } from "@/lib/market/MarketView";
import { marketCurrency } from "@/lib/market/marketCurrency";
import { blockQueries } from "@/lib/queries/blockQueries";
import { MARKET_INTERVAL_MILLISECONDS, marketQueries } from "@/lib/queries/marketQueries";
import { MARKET_LIFE_SECONDS } from "@/lib/vault/MarketSurface";
import { useChainSource } from "./useChainSource";

/** While the answer is too old for the chain's time (it has jumped, or the source was away), it is asked for more often. */
const HURRIED_MILLISECONDS = 2_000;

/** The market of a token by its symbol; undefined while the first answer is on its way. */
export type MarketOf = (underlying: string) => MarketAnswer | undefined;

/**
 * What do the option markets of these tokens say? A market that is not there is an answer, with its reason. The answer goes
 * as it is into `legVolatilities` and `vaultHolding`, which measure its age by chain time. The function stays the same one
 * until an answer changes.
 */
export function useMarkets(underlyings: readonly string[]): MarketOf {
  const source = useChainSource();
  const { data: block } = useQuery(blockQueries.newest(source));
  const chainSeconds = block === undefined ? 0 : Number(block.timestamp);
  const currencies = [...new Set(underlyings.flatMap((underlying) => marketCurrency(underlying) ?? []))];
  const answers = useQueries({
    queries: currencies.map((currency) => ({
      ...marketQueries.view(source, currency),
      refetchInterval: ({ state }: { readonly state: { readonly data: MarketAnswer | undefined } }) =>
        isTooOld(state.data, chainSeconds) ? HURRIED_MILLISECONDS : MARKET_INTERVAL_MILLISECONDS,
    })),
    combine: answersOf,
  });
  const { hasMarket } = source.deployment;
  const names = currencies.join(" ");
  return useMemo(() => {
    const positions = names.split(" ");
    return (underlying) => {
      const currency = marketCurrency(underlying);
      return hasMarket && currency !== null ? answers[positions.indexOf(currency)] : absent(underlying);
    };
  }, [names, answers, hasMarket]);
}

type Answers = readonly (MarketAnswer | undefined)[];

/** A failed ask keeps the last answer; without one the market is out of reach. */
function answersOf(results: readonly UseQueryResult<MarketAnswer>[]): Answers {
  return results.map(({ data, isError }) => data ?? (isError ? UNREACHABLE : undefined));
}

const UNREACHABLE: MarketAnswer = {
  ok: false,
  reason: "unreachable",
  detail: "This app's server did not say what the option market quotes.",
};

function absent(underlying: string): MarketAnswer {
  return { ok: false, reason: "notConfigured", detail: `No option market of ${underlying} is configured here.` };
}

function isTooOld(answer: MarketAnswer | undefined, chainSeconds: number): boolean {
  if (answer === undefined) return false;
  return answer.ok ? chainSeconds - answer.view.asOf > MARKET_LIFE_SECONDS : answer.reason === "stale";
}
