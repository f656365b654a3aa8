"use client";

import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import { pricingQueries } from "@/lib/queries/pricingQueries";
import type { QuotesToFit } from "./useFittedModels";

/** Bates's law of a coin: undefined while it is fitted, null where there is none. */
export type CoinFit = BatesParameters | null | undefined;

/** What law do the options of each coin imply? Fitted in the pricing worker; a coin without a market has none, and one whose quotes are on their way waits. `coins` stays the same until a quote changes. */
export function useCoinFits(coins: readonly (QuotesToFit | null | undefined)[]): readonly CoinFit[] {
  const asked = coins.flatMap((coin) => coin ?? []);
  const fits = useQueries({
    queries: asked.map((coin) => pricingQueries.fit({ name: "bates", ...coin })),
    combine: (results) =>
      results.map(({ data, isError }): CoinFit => {
        if (isError) return null;
        if (data === undefined) return undefined;
        return data.ok && data.model.name === "bates" ? data.model.parameters : null;
      }),
  });
  return useMemo(() => {
    let next = 0;
    return coins.map((coin) => {
      if (coin === null || coin === undefined) return coin;
      next += 1;
      return fits[next - 1];
    });
  }, [coins, fits]);
}
