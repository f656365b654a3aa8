import { queryOptions } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Address } from "@/lib/vault/Token";
import type { Entity } from "./refreshedPerBlock";

/** Interest comes by the second and changes little in a minute; each entry costs requests of its own, so no block asks for it. */
const INTERVAL_MILLISECONDS = 60_000;

/** Vaults of other protocols that the registry names, as of a block of the last minute. */
export const listedQueries = {
  /** Key prefix of everything here: a write that was confirmed makes it old. */
  prefix: ["listed" satisfies Entity] as const,

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
      staleTime: INTERVAL_MILLISECONDS,
      refetchInterval: INTERVAL_MILLISECONDS,
    }),
};
