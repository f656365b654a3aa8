"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { chainFacts } from "@/lib/config/chains";
import { blockQueries } from "@/lib/queries/blockQueries";
import { loadReaders } from "@/lib/queries/loadReaders";
import { REFRESHED_PER_BLOCK } from "@/lib/queries/refreshedPerBlock";
import { useChainSource } from "./useChainSource";
import { usePageVisibility } from "./usePageVisibility";

/** The app's one block subscriber: a new block refreshes all chain queries on screen. Mounted once; rests while the page is hidden. */
export function useBlockSubscriber(): void {
  const source = useChainSource();
  const queries = useQueryClient();
  const isVisible = usePageVisibility();
  // Synchronises with the chain: the query cache follows the newest block.
  useEffect(() => {
    if (!isVisible) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    const refresh = () => {
      const options = { cancelRefetch: false };
      for (const entity of REFRESHED_PER_BLOCK) void queries.invalidateQueries({ queryKey: [entity] }, options);
    };
    const watching = Promise.all([
      import("@/lib/chain/watchBlocks"),
      import("@/lib/chain/quorum/newestBlock"),
      import("@/lib/queries/hasFailedRead"),
    ]);
    void Promise.all([watching, loadReaders()]).then(([[{ watchBlocks }, { newestBlock }, { hasFailedRead }]]) => {
      if (isGone) return;
      const { pollMilliseconds } = chainFacts(source.deployment.chainId);
      const known = queries.getQueryData(blockQueries.newest(source).queryKey)?.number;
      const isBehind = () => hasFailedRead(queries);
      const listener = { known, isBehind, onBlock: refresh, onFailure: refresh };
      stop = watchBlocks(newestBlock(source), pollMilliseconds, listener);
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [source, queries, isVisible]);
}
