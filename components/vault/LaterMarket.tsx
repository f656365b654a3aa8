"use client";

import dynamic from "next/dynamic";
import { useMemo, useRef } from "react";
import { Skeleton } from "@/components/ui/Skeleton";
import type { Market } from "./Market";
import type { MarketSectionProps } from "./MarketSection";
import { useSeenOnce } from "./useSeenOnce";

const MarketSection = dynamic(() => import("./MarketSection").then((module) => module.MarketSection), {
  ssr: false,
  loading: () => null,
});

type Props = Omit<MarketSectionProps, "market"> & { readonly market: Market | undefined };

/** The market's volatility when the reader comes near it; its place is kept until its code is there. */
export function LaterMarket({ figures, past, market, wanted }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeenOnce(place);
  const { pastEpochs, fills } = past;
  const events = useMemo(() => ({ pastEpochs, fills }), [pastEpochs, fills]);
  const isShown = isSeen && market !== undefined;
  return (
    <div ref={place} className={market?.ok ? "market-place market-place-open" : "market-place"}>
      {isShown ? (
        <MarketSection figures={figures} past={events} market={market} wanted={wanted} />
      ) : (
        <Skeleton className="mt-10 block h-full w-full" />
      )}
    </div>
  );
}
