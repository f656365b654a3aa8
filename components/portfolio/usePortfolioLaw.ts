"use client";

import { useMemo } from "react";
import { useCoinFits } from "@/hooks/useCoinFits";
import type { QuotesToFit } from "@/hooks/useFittedModels";
import { usePriceHistory } from "@/hooks/usePriceHistory";
import { jointReturns } from "@/lib/risk/jointReturns";
import { type LawName, type PortfolioLaw, portfolioLaw } from "@/lib/risk/loss/portfolioLaw";

/** Coins, and what the markets say of each; each list stays the same one until something in it changes. */
export type LawCoins = {
  readonly coins: readonly string[];
  /** Null where no market values their options, undefined while its quotes are on their way. */
  readonly quotes: readonly (QuotesToFit | null | undefined)[];
  readonly volatilities: readonly (number | null)[];
};

/** By which law do these coins move? Undefined while what it rests on is read or fitted; `days` are those of the price history. */
export function usePortfolioLaw(
  { coins, quotes, volatilities }: LawCoins,
  name: LawName,
): { readonly law: PortfolioLaw | undefined; readonly days: number } {
  const fitted = useCoinFits(quotes);
  const history = usePriceHistory();
  const isHistoryKnown = history.data !== undefined || history.error !== null;
  const returns = useMemo(() => jointReturns(history.data ?? [], coins), [history.data, coins]);
  const law = useMemo(() => {
    const known = fitted.flatMap((fit) => (fit === undefined ? [] : [fit]));
    if (known.length < fitted.length || !isHistoryKnown) return undefined;
    return portfolioLaw({ name, fitted: known, volatilities, returns });
  }, [fitted, isHistoryKnown, name, volatilities, returns]);
  return { law, days: returns.columns[0]?.length ?? 0 };
}
