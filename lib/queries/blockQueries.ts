import { queryOptions } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { type Entity, UNTIL_NEXT_BLOCK } from "./refreshedPerBlock";

/** The newest block: the clock of the app. */
export const blockQueries = {
  /** Number and time of the block that the page's other values are from. */
  newest: (source: ChainSource) =>
    queryOptions({
      queryKey: ["block" satisfies Entity, { chainId: source.deployment.chainId }] as const,
      queryFn: async () => (await source.reader.read({})).block,
      staleTime: UNTIL_NEXT_BLOCK,
    }),
};
