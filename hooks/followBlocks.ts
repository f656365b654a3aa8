import type { QueryClient } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFacts } from "@/lib/config/chains";
import { blockQueries } from "@/lib/queries/blockQueries";
import { loadReaders } from "@/lib/queries/loadReaders";
import { REFRESHED_PER_BLOCK } from "@/lib/queries/refreshedPerBlock";

/** A new block of a chain refreshes what is on screen of it, and nothing of another chain. Returns what stops it. */
export function followBlocks(source: ChainSource, queries: QueryClient): () => void {
  const { chainId } = source.deployment;
  let stop: (() => void) | undefined;
  let isGone = false;
  const refresh = () => {
    const options = { cancelRefetch: false };
    for (const entity of REFRESHED_PER_BLOCK)
      void queries.invalidateQueries({ queryKey: [entity, { chainId }] }, options);
  };
  const watching = Promise.all([
    import("@/lib/chain/watchBlocks"),
    import("@/lib/chain/quorum/newestBlock"),
    import("@/lib/queries/hasFailedRead"),
  ]);
  void Promise.all([watching, loadReaders()]).then(([[{ watchBlocks }, { newestBlock }, { hasFailedRead }]]) => {
    if (isGone) return;
    const { pollMilliseconds } = chainFacts(chainId);
    const known = queries.getQueryData(blockQueries.newest(source).queryKey)?.number;
    const isBehind = () => hasFailedRead(queries, chainId);
    const listener = { known, isBehind, onBlock: refresh, onFailure: refresh };
    stop = watchBlocks(newestBlock(source), pollMilliseconds, listener);
  });
  return () => {
    isGone = true;
    stop?.();
  };
}
