"use client";

import { PriceFeed, type PriceFeedProps } from "@/components/layout/PriceFeed";
import { useChainTime } from "@/hooks/useChainTime";
import { useFeeds } from "@/hooks/useFeeds";
import { useIsBrowser } from "@/hooks/useIsBrowser";
import { formatSpot } from "@/lib/format/formatPrice";
import { formatAge } from "@/lib/format/formatTimeLeft";
import { NO_NUMBER } from "@/lib/format/numberText";
import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { type PairFeeds, pairCoin } from "@/lib/vault/PairFeeds";

const AGE_COUNTED_EVERY_SECONDS = 10;

/** The price of every coin by its feed, with the age of the oldest. Nothing until they are read. */
export function MarketPrices() {
  return useIsBrowser() ? <ShownPrices /> : null;
}

function ShownPrices() {
  const { data: feeds } = useFeeds();
  const time = useChainTime(AGE_COUNTED_EVERY_SECONDS);
  if (!feeds || feeds.length === 0 || !time) return null;
  return <PriceFeed prices={feeds.map(priceOf)} source={sourceText(feeds, time.now)} age={worstAge(feeds, time.now)} />;
}

function priceOf(pair: PairFeeds) {
  const { latest } = pair.first;
  return { asset: pairCoin(pair), text: latest === null ? NO_NUMBER : formatSpot(price8ToNumber(latest.price)) };
}

function sourceText(feeds: readonly PairFeeds[], now: UnixSeconds): string {
  const times = feeds.flatMap(({ first: { latest } }) => (latest === null ? [] : [latest.updatedAt]));
  const [oldest] = times.toSorted((a, b) => Number(a - b));
  const isWhole = times.length === feeds.length;
  if (oldest === undefined || !isWhole) return "Chainlink, no answer from a feed";
  return `Chainlink, ${formatAge(oldest, now)}`;
}

const AGES = ["fresh", "late", "stale"] as const;

/** `late` past the oracle's own bound, where it is no spot price any more; `stale` at one and a half of it, or without an answer. */
function worstAge(feeds: readonly PairFeeds[], now: UnixSeconds): PriceFeedProps["age"] {
  const worst = Math.max(...feeds.map((pair) => ageRank(pair, now)));
  return AGES[worst] ?? "stale";
}

function ageRank({ first: { latest }, maxAgeSeconds }: PairFeeds, now: UnixSeconds): number {
  if (latest === null) return 2;
  const age = Number(now - latest.updatedAt);
  if (age <= maxAgeSeconds) return 0;
  return age <= maxAgeSeconds * 1.5 ? 1 : 2;
}
