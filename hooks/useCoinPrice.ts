"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { feedQueries } from "@/lib/queries/feedQueries";
import { price8ToNumber } from "@/lib/units/Price8";
import type { PairFeeds } from "@/lib/vault/PairFeeds";
import { useChainSource } from "./useChainSource";

/** What is the coin that transactions are paid in worth, in dollars? Undefined while its feed is not read, null while it gives no price. */
export function useCoinPrice(): number | null | undefined {
  const source = useChainSource();
  const weth = source.deployment.addresses.weth.toLowerCase();
  const select = useCallback(
    (feeds: readonly PairFeeds[]) =>
      feeds.find(({ underlying }) => underlying.toLowerCase() === weth)?.first.latest?.price ?? null,
    [weth],
  );
  const { data: price } = useQuery({ ...feedQueries.all(source), select });
  return price == null ? price : price8ToNumber(price);
}
