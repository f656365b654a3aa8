import { queryOptions } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { type Entity, UNTIL_NEXT_BLOCK } from "./refreshedPerBlock";

/** The price feeds of every pair, as of the newest block. */
export const feedQueries = {
  all: (source: ChainSource) =>
    queryOptions({
      queryKey: ["feeds" satisfies Entity, { chainId: source.deployment.chainId }] as const,
      queryFn: async () => {
        const { readFeeds } = await import("@/lib/protocols/ballast/read/readFeeds");
        return readFeeds(source);
      },
      staleTime: UNTIL_NEXT_BLOCK,
    }),
};
