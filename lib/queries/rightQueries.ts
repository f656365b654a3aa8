import { queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Address } from "@/lib/vault/Token";
import { accountSource } from "./accountSource";
import type { Entity } from "./refreshedPerBlock";

/** All events of an account are read each time: too much for every block, and seldom news. */
const RIGHTS_INTERVAL_MILLISECONDS = 60_000;

/** Who may take what of an account, or act for it: what stands by a majority of the nodes, the events by one of them. */
export const rightQueries = {
  /** First part of every key: what is read anew after a write. */
  all: ["rights" satisfies Entity] as const,
  /** Everything that stands now. */
  standing: (source: ChainSource, account: Address | undefined) => {
    const owner = account === undefined ? null : (account.toLowerCase() as Address);
    return queryOptions({
      queryKey: [...rightQueries.all, { chainId: source.deployment.chainId, account: owner }] as const,
      queryFn:
        account === undefined
          ? skipToken
          : async () => {
              const { readRights } = await import("@/lib/protocols/ballast/read/readRights");
              return readRights(await accountSource(source), account);
            },
      staleTime: RIGHTS_INTERVAL_MILLISECONDS,
      refetchInterval: RIGHTS_INTERVAL_MILLISECONDS,
    });
  },
};
