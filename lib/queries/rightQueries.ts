import { queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { StandingRights } from "@/lib/vault/StandingRight";
import type { Address } from "@/lib/vault/Token";
import type { Entity } from "./refreshedPerBlock";

/** All events of an account are read each time: too much for every block, and seldom news. */
const RIGHTS_INTERVAL_MILLISECONDS = 60_000;

/** Whose rights, and the block of the last write that may have changed them (null: none on this page). */
export type RightsOf = { readonly account: Address | undefined; readonly afterBlock: bigint | null };

/** Who may take what of an account, or act for it. */
export const rightQueries = {
  /** Everything that stands now. Read again after a write of the account; until then its last answer stays, and never another account's. */
  standing: (source: ChainSource, { account, afterBlock }: RightsOf) => {
    const owner = account === undefined ? null : (account.toLowerCase() as Address);
    return queryOptions({
      queryKey: [
        "rights" satisfies Entity,
        { chainId: source.deployment.chainId, account: owner, afterBlock: afterBlock?.toString() ?? null },
      ] as const,
      queryFn:
        account === undefined
          ? skipToken
          : async () => {
              const { readRights } = await import("@/lib/protocols/ballast/read/readRights");
              return readRights(source, account);
            },
      staleTime: RIGHTS_INTERVAL_MILLISECONDS,
      refetchInterval: RIGHTS_INTERVAL_MILLISECONDS,
      placeholderData: (previous: StandingRights | undefined) =>
        previous?.account.toLowerCase() === owner ? previous : undefined,
    });
  },
};
