import { queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Address } from "@/lib/vault/Token";
import { accountSource } from "./accountSource";
import { type Entity, UNTIL_NEXT_BLOCK } from "./refreshedPerBlock";

/** Options change hands seldom, and every ask reads logs. */
const OPTIONS_INTERVAL_MILLISECONDS = 60_000;

/**
 * What belongs to an address, as of the newest block. The address is in every key, so that one account's numbers can
 * never stand under another's name. Skipped until there is an address.
 */
export const accountQueries = {
  /** Shares, requests, wallet balance and allowances in every vault of the deployment, in its order. */
  positions: (source: ChainSource, account: Address | undefined) =>
    queryOptions({
      queryKey: ["positions" satisfies Entity, accountKey(source, account)] as const,
      queryFn: ifAccount(account, async (owner) => {
        const { readPositions } = await import("@/lib/protocols/ballast/read/readPositions");
        return readPositions(await accountSource(source), owner);
      }),
      staleTime: UNTIL_NEXT_BLOCK,
    }),

  /** The weights stored for an asset; empty when none are. */
  allocation: (source: ChainSource, owner: { readonly account: Address | undefined; readonly asset: Address }) =>
    queryOptions({
      queryKey: ["allocation" satisfies Entity, { ...accountKey(source, owner.account), asset: owner.asset }] as const,
      queryFn: ifAccount(owner.account, async (account) => {
        const { readStoredAllocation } = await import("@/lib/protocols/ballast/read/readStoredAllocation");
        return readStoredAllocation(await accountSource(source), { account, asset: owner.asset });
      }),
      staleTime: UNTIL_NEXT_BLOCK,
    }),

  /** The account's own coins, in wei. */
  coin: (source: ChainSource, account: Address | undefined) =>
    queryOptions({
      queryKey: ["coin" satisfies Entity, accountKey(source, account)] as const,
      queryFn: ifAccount(account, async (owner) => {
        const { readCoinBalance } = await import("@/lib/chain/readCoinBalance");
        return readCoinBalance(await accountSource(source), owner);
      }),
      staleTime: UNTIL_NEXT_BLOCK,
    }),

  /** What the account holds itself of the chain's coin and of the deployment's tokens. */
  walletTokens: (source: ChainSource, account: Address) =>
    queryOptions({
      queryKey: ["wallet" satisfies Entity, accountKey(source, account)] as const,
      queryFn: async () => {
        const { readWalletTokens } = await import("@/lib/protocols/ballast/read/readWalletTokens");
        return readWalletTokens(await accountSource(source), account);
      },
      staleTime: UNTIL_NEXT_BLOCK,
    }),

  /** What the account has at the clearinghouse itself: found by events, so not asked for with every block. */
  ownOptions: (source: ChainSource, account: Address) =>
    queryOptions({
      queryKey: ["options" satisfies Entity, accountKey(source, account)] as const,
      queryFn: async () => {
        const { readOwnOptions } = await import("@/lib/protocols/ballast/read/readOwnOptions");
        return readOwnOptions(await accountSource(source), account);
      },
      staleTime: OPTIONS_INTERVAL_MILLISECONDS,
      refetchInterval: OPTIONS_INTERVAL_MILLISECONDS,
    }),

  /** What several addresses have, in coins and in every vault: one multicall. Skipped without addresses. */
  holdings: (source: ChainSource, accounts: readonly Address[]) =>
    queryOptions({
      queryKey: ["holdings" satisfies Entity, { chainId: source.deployment.chainId, accounts }] as const,
      queryFn:
        accounts.length === 0
          ? skipToken
          : async () => {
              const { readHoldings } = await import("@/lib/protocols/ballast/read/readHoldings");
              return readHoldings(source, accounts);
            },
      staleTime: UNTIL_NEXT_BLOCK,
    }),
};

function accountKey(source: ChainSource, account: Address | undefined) {
  return {
    chainId: source.deployment.chainId,
    account: account === undefined ? null : (account.toLowerCase() as Address),
  } as const;
}

function ifAccount<Value>(account: Address | undefined, read: (account: Address) => Promise<Value>) {
  return account === undefined ? skipToken : () => read(account);
}
