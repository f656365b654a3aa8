"use client";

import { useMemo } from "react";
import { useActivities } from "@/hooks/useActivities";
import { usePricesAt } from "@/hooks/usePricesAt";
import { type EpochAttribution, epochAttribution, summedEpochs } from "@/lib/risk/attribution/epochAttribution";
import { fairAtSale } from "@/lib/risk/attribution/fairAtSale";
import type { CashFlow } from "@/lib/vault/cashFlows";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { epochFlows, epochFlowTimes } from "./epochFlows";
import type { Portfolio } from "./usePortfolio";

/** What the open epochs' change is made of; null where nothing is in one, or the fills of one that is open do not say what it was sold at. */
export function useEpochChange(portfolio: Portfolio, accounts: readonly Address[]): EpochAttribution | null {
  const { activities } = useActivities(accounts);
  const { holdings, vaults } = portfolio;
  const times = useMemo(
    () =>
      activities &&
      epochFlowTimes(
        activities,
        holdings.map(({ vault }) => vault).filter(({ chainId }) => chainId === vaults[0]?.chainId),
      ),
    [activities, holdings, vaults],
  );
  const prices = usePricesAt(times);
  const known = times?.length === 0 ? NO_PRICES : prices.data;
  return useMemo(
    () =>
      jointChange(portfolio, (vault) =>
        // What was done on other chains is not read here.
        activities && known && vault.chainId === portfolio.vaults[0]?.chainId
          ? epochFlows(activities, vault, known)
          : null,
      ),
    [portfolio, activities, known],
  );
}

const NO_PRICES = [] as const;

/** All holdings with options together. */
export function jointChange(
  { holdings, vaults, fillsOf, marketOf, now }: Pick<Portfolio, "holdings" | "vaults" | "fillsOf" | "marketOf" | "now">,
  flowsOf: (vault: Vault) => readonly CashFlow[] | null,
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
    const at = vault.chainId === vaults[0]?.chainId ? now : vault.blockTimestamp;
    const own = areKnown ? (flows[index] ?? null) : null;
    const fairVolatilities = fairAtSale(vault, fills, marketOf(vault.underlyingSymbol));
    return [epochAttribution({ holding, fills, now: at, flows: own, fairVolatilities })];
  });
  const known = told.flatMap((one) => one ?? []);
  return known.length === told.length ? summedEpochs(known) : null;
}
