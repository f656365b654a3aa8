"use client";

import { useMemo } from "react";
import { useActivities } from "@/hooks/useActivities";
import { useChainSource } from "@/hooks/useChainSource";
import { usePricesAt } from "@/hooks/usePricesAt";
import { type EpochAttribution, epochAttribution, summedEpochs } from "@/lib/risk/attribution/epochAttribution";
import { fairAtSale } from "@/lib/risk/attribution/fairAtSale";
import type { Activity } from "@/lib/vault/Activity";
import type { CashFlow } from "@/lib/vault/cashFlows";
import type { PriceHistory } from "@/lib/vault/PriceHistory";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { epochFlows, epochFlowTimes } from "./epochFlows";
import type { Portfolio } from "./usePortfolio";

/** What the open epochs' change is made of; null where nothing is in one, or the fills of one that is open do not say what it was sold at. */
export function useEpochChange(portfolio: Portfolio, accounts: readonly Address[]): EpochAttribution | null {
  const { activities } = useActivities(accounts);
  const { chainId } = useChainSource().deployment;
  const { holdings } = portfolio;
  const times = useMemo(
    () =>
      activities &&
      epochFlowTimes(
        activities,
        holdings.map(({ vault }) => vault).filter((vault) => vault.chainId === chainId),
      ),
    [activities, holdings, chainId],
  );
  const prices = usePricesAt(times);
  const known = times?.length === 0 ? NO_PRICES : prices.data;
  return useMemo(
    () =>
      jointChange(portfolio, {
        chainId,
        flowsOf: activities && known ? flowsOn(chainId, activities, known) : () => null,
      }),
    [portfolio, activities, known, chainId],
  );
}

/** Flows of one chain's vaults. What was done on others is not read, and so is not known: never nothing. */
export function flowsOn(chainId: number, activities: readonly Activity[], prices: readonly PriceHistory[]) {
  return (vault: Vault) => (vault.chainId === chainId ? epochFlows(activities, vault, prices) : null);
}

const NO_PRICES = [] as const;

/** The page's chain, whose time is the portfolio's, and what flowed in a vault; null where that is not known. */
type PageChain = { readonly chainId: number; readonly flowsOf: (vault: Vault) => readonly CashFlow[] | null };

/** All holdings with options together. */
export function jointChange(
  { holdings, fillsOf, marketOf, now }: Pick<Portfolio, "holdings" | "fillsOf" | "marketOf" | "now">,
  { chainId, flowsOf }: PageChain,
): EpochAttribution | null {
  if (holdings.some(({ isUnpriced }) => isUnpriced)) return null;
  const open = holdings.filter(({ epochProfit }) => epochProfit !== null);
  const flows = open.map(({ vault }) => flowsOf(vault));
  const areKnown = flows.every((own) => own !== null);
  const told = open.flatMap((holding, index) => {
    const { vault, value } = holding;
    if (value.sharesAtRisk === 0n && !areKnown) return [];
    const fills = fillsOf(vault);
    // Another chain is valued at the time of its own block.
    const at = vault.chainId === chainId ? now : vault.blockTimestamp;
    const own = areKnown ? (flows[index] ?? null) : null;
    const fairVolatilities = fairAtSale(vault, fills, marketOf(vault.underlyingSymbol));
    return [epochAttribution({ holding, fills, now: at, flows: own, fairVolatilities })];
  });
  const known = told.flatMap((one) => one ?? []);
  return known.length === told.length ? summedEpochs(known) : null;
}
