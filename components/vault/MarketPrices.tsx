"use client";

import { type FeedPrice, PriceFeed } from "@/components/layout/PriceFeed";
import { useChainTime } from "@/hooks/useChainTime";
import { useIsBrowser } from "@/hooks/useIsBrowser";
import { useShownVaults } from "@/hooks/useShownVaults";
import { formatSpot } from "@/lib/format/formatPrice";
import { formatAge } from "@/lib/format/formatTimeLeft";
import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Spot, Vault } from "@/lib/vault/Vault";

const AGE_COUNTED_EVERY_SECONDS = 10;

/** The feed prices that the page's figures stand on, with the age of the oldest. Nothing until they are read. */
export function MarketPrices() {
  return useIsBrowser() ? <ShownPrices /> : null;
}

function ShownPrices() {
  const vaults = useShownVaults();
  const time = useChainTime(AGE_COUNTED_EVERY_SECONDS);
  const spots = vaults.map(({ spot }) => spot);
  const oldest = spots.reduce<Spot | undefined>(
    (found, spot) => (!found || spot.updatedAt < found.updatedAt ? spot : found),
    undefined,
  );
  if (!oldest || !time) return null;
  return (
    <PriceFeed
      prices={pricesOf(vaults)}
      source={`Chainlink, ${formatAge(oldest.updatedAt, time.now)}`}
      age={ageOf(oldest, time.now)}
    />
  );
}

/** One price per underlying, in the order of the vaults. */
function pricesOf(vaults: readonly Vault[]): readonly FeedPrice[] {
  const texts = new Map(
    vaults.map(({ underlyingSymbol, spot }) => [underlyingSymbol, formatSpot(price8ToNumber(spot.price))]),
  );
  return [...texts].map(([asset, text]) => ({ asset, text }));
}

/** `late` past the oracle's own bound, where it is no spot price any more; `stale` at one and a half of it. */
function ageOf({ updatedAt, maxAgeSeconds }: Spot, now: UnixSeconds): "fresh" | "late" | "stale" {
  const age = Number(now - updatedAt);
  if (age <= maxAgeSeconds) return "fresh";
  return age <= maxAgeSeconds * 1.5 ? "late" : "stale";
}
