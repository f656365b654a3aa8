"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { blockQueries } from "@/lib/queries/blockQueries";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { useChainSource } from "./useChainSource";

/** The app's time and the block it is counted from. */
export type ChainTime = {
  readonly now: UnixSeconds;
  readonly blockNumber: bigint;
  readonly blockTimestamp: UnixSeconds;
};

/**
 * What time is it on the chain? The newest block's timestamp and the local time since it arrived, counted by a clock
 * that nobody sets; the local date is never asked. Undefined until a block is known; the server renders the block's own time.
 */
export function useChainTime(everySeconds = 1): ChainTime | undefined {
  const { data: block } = useQuery(blockQueries.newest(useChainSource()));
  const [elapsed, setElapsed] = useState({ sinceBlock: block?.number, seconds: 0 });
  // Synchronises with the machine's monotonic clock.
  useEffect(() => {
    const receivedAt = performance.now();
    const count = () => {
      setElapsed({ sinceBlock: block?.number, seconds: Math.floor((performance.now() - receivedAt) / 1000) });
    };
    const timer = setInterval(count, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [block?.number, everySeconds]);
  if (!block) return undefined;
  const seconds = elapsed.sinceBlock === block.number ? elapsed.seconds : 0;
  const now = unixSeconds(block.timestamp + BigInt(seconds));
  return { now, blockNumber: block.number, blockTimestamp: block.timestamp };
}
