import { queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Activity } from "@/lib/vault/Activity";
import type { PriceHistory } from "@/lib/vault/PriceHistory";
import type { Address } from "@/lib/vault/Token";
import { accountSource } from "./accountSource";
import type { Entity } from "./refreshedPerBlock";

/** All logs of an address are read each time: too much for every block. What its position tells is read anew at once. */
const ACTIVITY_INTERVAL_MILLISECONDS = 60_000;
const AGAIN_MILLISECONDS = 10_000;

type ActivityKey = readonly [
  string,
  { readonly chainId: number; readonly account: string | null; readonly standing: string | null },
];

/** What an address did in the vaults, and what prices were when it did. The state is a majority's, the events one node's that lead to it. */
export const activityQueries = {
  /** First part of every key: what is read anew after a write. */
  all: ["activity" satisfies Entity] as const,

  /**
   * Everything that the account ever did. `standing` tells in any words where its positions and the vaults' epochs stand: when it changes the
   * logs are read again. Skipped without an account, and until `standing` is known. Only the same account's last answer stays meanwhile.
   */
  ofAccount: (source: ChainSource, account: Address | undefined, standing: string | undefined) =>
    queryOptions<Activity, Error, Activity, ActivityKey>({
      queryKey: [
        "activity" satisfies Entity,
        { chainId: source.deployment.chainId, account: account?.toLowerCase() ?? null, standing: standing ?? null },
      ],
      queryFn:
        account === undefined || standing === undefined
          ? skipToken
          : async () => {
              const { readActivity } = await import("@/lib/protocols/ballast/read/readActivity");
              return readActivity(await accountSource(source), account);
            },
      placeholderData: (last, query) => (query?.queryKey[1].account === account?.toLowerCase() ? last : undefined),
      staleTime: ACTIVITY_INTERVAL_MILLISECONDS,
      refetchInterval: ({ state }) => (state.status === "error" ? AGAIN_MILLISECONDS : ACTIVITY_INTERVAL_MILLISECONDS),
    }),

  /** What the account moved through the contracts of other protocols, up to the newest block; an entry that fails is an answer, too. */
  inOthers: (source: ChainSource, account: Address) =>
    queryOptions({
      queryKey: [
        "activity" satisfies Entity,
        { chainId: source.deployment.chainId, inOthers: account.toLowerCase() },
      ] as const,
      queryFn: async () => {
        const { readListedFlows } = await import("@/lib/protocols/listed/readListedFlows");
        const { block } = await source.reader.read({});
        return readListedFlows(source, account, block.number);
      },
      staleTime: ACTIVITY_INTERVAL_MILLISECONDS,
      refetchInterval: ACTIVITY_INTERVAL_MILLISECONDS,
    }),

  /** What every feed said at these times, ascending and each once. Rounds never change, so an answer is kept for good. */
  pricesAt: (source: ChainSource, times: readonly UnixSeconds[] | undefined) =>
    queryOptions<readonly PriceHistory[]>({
      queryKey: [
        "prices" satisfies Entity,
        { chainId: source.deployment.chainId, times: times === undefined ? null : times.map(Number) },
      ],
      queryFn:
        times === undefined || times.length === 0
          ? skipToken
          : async () => {
              const { readPriceHistory } = await import("@/lib/protocols/ballast/read/readPriceHistory");
              return readPriceHistory(source, { days: times.map(Number) });
            },
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) => (state.status === "error" ? AGAIN_MILLISECONDS : false),
    }),
};
