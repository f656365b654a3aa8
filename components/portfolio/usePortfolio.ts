"use client";

import { useMemo } from "react";
import { type ChainReading, useChainReadings } from "@/hooks/useChainReadings";
import { useChainSource } from "@/hooks/useChainSource";
import { useChainTime } from "@/hooks/useChainTime";
import { useCountedWallet } from "@/hooks/useCountedWallet";
import { useFeeds } from "@/hooks/useFeeds";
import { useJointPositions } from "@/hooks/useJointPositions";
import { useListed } from "@/hooks/useListed";
import { useMarkets } from "@/hooks/useMarkets";
import { useVaultHistories } from "@/hooks/useVaultHistories";
import { useVaults } from "@/hooks/useVaults";
import { useWallet } from "@/hooks/useWallet";
import { useWalletHoldings } from "@/hooks/useWalletHoldings";
import type { Address } from "@/lib/vault/Token";
import type { ChainRead } from "./chainHoldings";
import { chainRead } from "./chainRead";
import { type Portfolio, portfolioOf } from "./Portfolio";

export type { Portfolio };

/**
 * What have these addresses in all vaults, together? Undefined until vaults, fills, markets and positions of the page's chain are known; old
 * values stay on a failure. No other chain holds it up: one that is not known yet, or does not answer, is left out and named.
 */
export function usePortfolio(accounts: readonly Address[]): {
  readonly portfolio: Portfolio | undefined;
  readonly error: Error | null;
  /** The other chains, answering or not. */
  readonly chains: readonly ChainReading[];
} {
  const { appChainName } = useWallet();
  const vaults = useVaults();
  const histories = useVaultHistories(vaults.data);
  const { positions, error } = useJointPositions(accounts);
  const { outcomes } = useListed(accounts);
  const wallet = useWalletHoldings(accounts);
  const feeds = useFeeds().data;
  const { isCounted } = useCountedWallet();
  const chains = useChainReadings(accounts);
  const now = useChainTime(60)?.now;
  const marketOf = useMarkets(
    [...(vaults.data ?? []), ...chains.flatMap(({ read }) => read?.vaults ?? [])].map(
      ({ underlyingSymbol }) => underlyingSymbol,
    ),
  );
  const { chainId } = useChainSource().deployment;
  const chainName = chains.length === 0 ? null : appChainName;
  const home = useMemo((): ChainRead | undefined => {
    const at = now ?? vaults.data?.[0]?.blockTimestamp;
    if (!vaults.data || !histories.data || !positions || !outcomes || !wallet || at === undefined) return undefined;
    const read = { vaults: vaults.data, histories: histories.data, positions, outcomes, wallet, feeds };
    return { ...read, chainId, chainName, now: at };
  }, [chainId, vaults.data, histories.data, positions, outcomes, wallet, feeds, now, chainName]);
  const isReadingFills = histories.isPlaceholderData;
  const portfolio = useMemo(() => {
    const leftOut = chains.flatMap((chain) => (chain.read === undefined ? [chain.name] : []));
    return (
      home &&
      portfolioOf({
        chains: [home, ...chains.flatMap((chain) => chainRead(chain, home.now))],
        marketOf,
        isReadingFills,
        isCounted,
        leftOut,
      })
    );
  }, [home, chains, marketOf, isReadingFills, isCounted]);
  return { portfolio, error: error ?? vaults.error ?? histories.error, chains };
}
