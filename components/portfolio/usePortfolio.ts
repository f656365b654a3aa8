"use client";

import { useMemo } from "react";
import { useChainTime } from "@/hooks/useChainTime";
import { useJointPositions } from "@/hooks/useJointPositions";
import { useListed } from "@/hooks/useListed";
import { type MarketOf, useMarkets } from "@/hooks/useMarkets";
import { useVaultHistories } from "@/hooks/useVaultHistories";
import { useVaults } from "@/hooks/useVaults";
import { type Attribution, summedAttribution } from "@/lib/risk/attribution/Attribution";
import { epochAttribution } from "@/lib/risk/attribution/epochAttribution";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import type { RiskBook } from "@/lib/risk/RiskBook";
import { type VaultHolding, vaultHolding } from "@/lib/risk/vaultHolding";
import { withYieldParts } from "@/lib/risk/withYieldParts";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Fill } from "@/lib/vault/Epoch";
import type { Address } from "@/lib/vault/Token";
import { type OtherHoldings, otherHoldings } from "./otherHoldings";

/** What an address, or several together, has in all vaults, valued at one moment. */
export type Portfolio = {
  /** One for each vault in which there is anything. */
  readonly holdings: readonly VaultHolding[];
  /** In vaults of other protocols. */
  readonly others: OtherHoldings;
  /** The same as the risk engine takes it: options, what is held outright, and the smile that their volatilities are of. */
  readonly book: RiskBook;
  /** The option markets that value it, where there are any. */
  readonly marketOf: MarketOf;
  /** What the open epochs' result is made of; null where the fills of one that is open do not say what it was sold at. */
  readonly attribution: Attribution | null;
  /** Every fill of a vault, by its address. */
  readonly fillsOf: (vault: string) => readonly Fill[];
  readonly now: UnixSeconds;
  /** The fills shown are those of before an epoch moved on; the new ones are on their way. */
  readonly isReadingFills: boolean;
};

/**
 * What have these addresses in all vaults, together? Undefined until vaults, fills, markets and positions are known; old values stay on
 * a failure.
 */
export function usePortfolio(accounts: readonly Address[]): {
  readonly portfolio: Portfolio | undefined;
  readonly error: Error | null;
} {
  const vaults = useVaults();
  const histories = useVaultHistories(vaults.data);
  const { positions, error } = useJointPositions(accounts);
  const marketOf = useMarkets(vaults.data?.map(({ underlyingSymbol }) => underlyingSymbol) ?? []);
  const { outcomes } = useListed(accounts);
  const now = useChainTime(60)?.now;
  const portfolio = useMemo(() => {
    if (!vaults.data || !histories.data || !positions || !outcomes) return undefined;
    if (vaults.data.some(({ underlyingSymbol }) => marketOf(underlyingSymbol) === undefined)) return undefined;
    const at = now ?? vaults.data[0]?.blockTimestamp;
    if (at === undefined) return undefined;
    const all = vaults.data.flatMap((vault) => {
      const same = (one: { readonly vault: string }) => one.vault.toLowerCase() === vault.address.toLowerCase();
      const position = positions.find(same);
      const fills = histories.data.find(same)?.fills ?? [];
      const market = marketOf(vault.underlyingSymbol);
      return position && market ? [vaultHolding({ vault, fills, position, now: at, market })] : [];
    });
    const holdings = all.filter(({ value }) => !value.isEmpty);
    const others = otherHoldings(outcomes, vaults.data);
    const own = holdingsBook(holdings, (coin) => ({ surface: surfaceInUse(holdings, coin, marketOf) }));
    const book = withYieldParts(own, others.parts);
    const fillsOf = (address: string) =>
      histories.data.find(({ vault }) => vault.toLowerCase() === address.toLowerCase())?.fills ?? [];
    const attribution = jointAttribution(holdings, { fillsOf, now: at });
    return {
      holdings,
      others,
      book,
      marketOf,
      attribution,
      fillsOf,
      now: at,
      isReadingFills: histories.isPlaceholderData,
    };
  }, [vaults.data, histories.data, histories.isPlaceholderData, positions, outcomes, now, marketOf]);
  return { portfolio, error: error ?? vaults.error ?? histories.error };
}

/** A coin's surface, where its options are valued by it: the smile that may move along with the price is never another than theirs. */
function surfaceInUse(holdings: readonly VaultHolding[], coin: string, marketOf: MarketOf) {
  const isUsed = holdings.some(
    ({ vault, volatility }) => vault.underlyingSymbol === coin && volatility?.ok && volatility.source === "market",
  );
  const market = isUsed ? marketOf(coin) : undefined;
  return market?.ok ? market.view.surface : null;
}

type SalesOf = Pick<Portfolio, "fillsOf" | "now">;

function jointAttribution(holdings: readonly VaultHolding[], { fillsOf, now }: SalesOf): Attribution | null {
  const open = holdings.filter(({ epochProfit, value }) => epochProfit !== null && value.sharesAtRisk > 0n);
  const known = open.flatMap(
    (holding) => epochAttribution({ holding, fills: fillsOf(holding.vault.address), now }) ?? [],
  );
  const isWhole = known.length === open.length && holdings.every(({ isUnpriced }) => !isUnpriced);
  return isWhole && open.length > 0 ? summedAttribution(known) : null;
}
