"use client";

import type { MarketAnswer } from "@/lib/market/MarketView";
import { useMarkets } from "./useMarkets";

/**
 * What does the option market of this token say: quotes, fitted surface, their time and error? Undefined while the first
 * answer is on its way; a market that is not there is an answer, with its reason.
 */
export function useMarket(underlying: string): MarketAnswer | undefined {
  return useMarkets([underlying])(underlying);
}
