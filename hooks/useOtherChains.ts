"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { followBlocks } from "./followBlocks";
import { useChainSource, useChainSources } from "./useChainSource";
import { usePageVisibility } from "./usePageVisibility";

/** Which chains are there besides the page's? */
export function useOtherChains(): readonly ChainSource[] {
  const { sources } = useChainSources();
  const own = useChainSource();
  return useMemo(() => sources.filter((source) => source !== own), [sources, own]);
}

/** Refreshes what is on screen of the other chains, each with its own blocks. Mounted once by a page that shows several; rests while it is hidden. */
export function useOtherBlocks(): void {
  const others = useOtherChains();
  const queries = useQueryClient();
  const isVisible = usePageVisibility();
  // Synchronises with the chains: the query cache follows the newest block of each.
  useEffect(() => {
    if (!isVisible) return;
    const stops = others.map((source) => followBlocks(source, queries));
    return () => {
      for (const stop of stops) stop();
    };
  }, [others, queries, isVisible]);
}
