"use client";

import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { VaultHistory } from "@/lib/protocols/ballast/read/readVaultHistories";
import { accountQueries } from "@/lib/queries/accountQueries";
import { feedQueries } from "@/lib/queries/feedQueries";
import { historyQueries } from "@/lib/queries/historyQueries";
import { listedQueries } from "@/lib/queries/listedQueries";
import { vaultQueries } from "@/lib/queries/vaultQueries";
import { joinPositions } from "@/lib/vault/joinPositions";
import type { PairFeeds } from "@/lib/vault/PairFeeds";
import type { Position } from "@/lib/vault/Position";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { appChain } from "./useChains";
import type { ListedOutcome } from "./useListed";
import { useOtherChains } from "./useOtherChains";
import { type WalletReadings, walletReadings } from "./walletReadings";

/** What several addresses have on one chain together, each value of a block of that chain. */
export type AccountsOnChain = {
  readonly vaults: readonly Vault[];
  readonly histories: readonly VaultHistory[];
  readonly positions: readonly Position[];
  readonly outcomes: readonly ListedOutcome[];
  readonly wallet: WalletReadings;
  /** What prices tokens that no vault is on; none while they are not known. */
  readonly feeds?: readonly PairFeeds[] | undefined;
};

/** Another chain than the page's: what it says, or why it says nothing. Neither: it is being read. */
export type ChainReading = {
  readonly chainId: number;
  readonly name: string;
  /** Stays as it was last read while the chain does not answer; undefined until all of it is known. */
  readonly read: AccountsOnChain | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
};

/**
 * What have these addresses on every other chain, together? Each chain has requests of its own, so that one which is away or says nonsense
 * costs its own part alone.
 */
export function useChainReadings(accounts: readonly Address[]): readonly ChainReading[] {
  const others = useOtherChains();
  const vaults = useQueries({ queries: others.map((source) => vaultQueries.list(source)), combine: answers });
  const histories = useQueries({
    queries: others.map((source, chain) => historyQueries.ofVaults(source, vaults[chain]?.data)),
    combine: answers,
  });
  const feeds = useQueries({ queries: others.map((source) => feedQueries.all(source)), combine: answers });
  const each = others.flatMap((source) => accounts.map((account) => ({ source, account })));
  const positions = useQueries({
    queries: each.map(({ source, account }) => accountQueries.positions(source, account)),
    combine: answers,
  });
  const listed = useQueries({
    queries: each.map(({ source, account }) => listedQueries.all(source, account)),
    combine: answers,
  });
  const tokens = useQueries({
    queries: each.map(({ source, account }) => accountQueries.walletTokens(source, account)),
    combine: answers,
  });
  const options = useQueries({
    queries: each.map(({ source, account }) => accountQueries.ownOptions(source, account)),
    combine: answers,
  });
  const width = accounts.length;
  const readings = useMemo(
    () =>
      others.map((source, chain): ChainReading => {
        const own = <Value>(all: readonly Value[]) => all.slice(chain * width, (chain + 1) * width);
        const [held, elsewhere, wallet] = [own(positions), own(listed), walletReadings(own(tokens), own(options))];
        const asked = [vaults[chain], histories[chain], ...held, ...elsewhere].flatMap((answer) => answer ?? []);
        return {
          ...appChain(source),
          read: wholeOf({
            ...{ vaults: vaults[chain], histories: histories[chain], feeds: feeds[chain] },
            ...{ held, elsewhere, wallet },
          }),
          error: asked.find(({ error }) => error !== null)?.error ?? null,
          retry: () => {
            for (const { refetch } of asked) refetch();
          },
        };
      }),
    [others, width, vaults, histories, feeds, positions, listed, tokens, options],
  );
  return useStanding(readings);
}

type Answer<Value> = {
  readonly data: Value | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
};

function answers<Value>(results: readonly UseQueryResult<Value>[]): readonly Answer<Value>[] {
  return results.map(({ data, error, refetch }) => ({ data, error, refetch }));
}

type Asked = {
  readonly vaults: Answer<readonly Vault[]> | undefined;
  readonly histories: Answer<readonly VaultHistory[]> | undefined;
  readonly feeds: Answer<readonly PairFeeds[]> | undefined;
  readonly held: readonly Answer<readonly Position[]>[];
  readonly elsewhere: readonly Answer<readonly ListedOutcome[]>[];
  readonly wallet: WalletReadings | undefined;
};

/** A chain without vaults of ours has no histories to wait for. */
function wholeOf({ vaults, histories, feeds, held, elsewhere, wallet }: Asked): AccountsOnChain | undefined {
  const past = vaults?.data?.length === 0 ? [] : histories?.data;
  if (vaults?.data === undefined || past === undefined || wallet === undefined) return undefined;
  const known = held.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const listed = elsewhere.flatMap(({ data }) => (data === undefined ? [] : [data]));
  if (known.length < held.length || listed.length < elsewhere.length) return undefined;
  return {
    vaults: vaults.data,
    histories: past,
    positions: joinPositions(known.flat()),
    outcomes: listed.flat(),
    wallet,
    feeds: feeds?.data,
  };
}

/**
 * A read that has never succeeded forgets its failure each time it is tried again: the last one stands until the chain is known, so that
 * the page does not flicker between the two.
 */
function useStanding(readings: readonly ChainReading[]): readonly ChainReading[] {
  const [last, setLast] = useState<ReadonlyMap<number, Error>>(new Map());
  const fresh = readings.filter(({ chainId, error }) => error !== null && last.get(chainId) !== error);
  if (fresh.length > 0)
    setLast(new Map([...last, ...fresh.flatMap(({ chainId, error }) => (error ? [[chainId, error] as const] : []))]));
  return useMemo(
    () =>
      readings.map((reading) => {
        const { chainId, read, error } = reading;
        return { ...reading, error: error ?? (read === undefined ? (last.get(chainId) ?? null) : null) };
      }),
    [readings, last],
  );
}
