import { queryOptions } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Entity } from "./refreshedPerBlock";

/** No contract of ours can change its code: what is looked at again is the node. Every plan looks for itself besides. */
const CODE_STALE_MILLISECONDS = 600_000;

/** What stands at the contracts' addresses. */
export const codeQueries = {
  /** Whether each contract that the deployment publishes a hash of has that code; by a majority of the nodes. */
  known: (source: ChainSource) =>
    queryOptions({
      queryKey: ["code" satisfies Entity, { chainId: source.deployment.chainId }] as const,
      queryFn: async () => {
        const [{ quorumSource }, { readKnownCode }] = await Promise.all([
          import("@/lib/chain/quorum/quorumSource"),
          import("@/lib/protocols/ballast/read/readKnownCode"),
        ]);
        return readKnownCode(await quorumSource(source));
      },
      staleTime: CODE_STALE_MILLISECONDS,
    }),
};
