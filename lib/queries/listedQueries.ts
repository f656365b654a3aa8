import { queryOptions } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Address } from "@/lib/vault/Token";
import { type Entity, UNTIL_NEXT_BLOCK } from "./refreshedPerBlock";

/** Vaults of other protocols that the registry names, as of the newest block. */
export const listedQueries = {
  /** Every entry's vaults, and what an address has in them and owes; `account` undefined: nobody's. An entry that fails is an answer, too. */
  all: (source: ChainSource, account: Address | undefined) =>
    queryOptions({
      queryKey: [
        "listed" satisfies Entity,
        { chainId: source.deployment.chainId, account: account?.toLowerCase() ?? null },
      ] as const,
      queryFn: async () => {
        const { readListed } = await import("@/lib/protocols/listed/readListed");
        return readListed(source, account ?? null);
      },
      staleTime: UNTIL_NEXT_BLOCK,
    }),
};
