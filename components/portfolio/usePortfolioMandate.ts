"use client";

import { useMemo } from "react";
import { exitOf } from "@/lib/risk/mandate/exitOf";
import { type MandateFigures, mandateFigures, UNKNOWN_FIGURES } from "@/lib/risk/mandate/mandateFigures";
import { vaultPartId } from "@/lib/risk/vaultPartId";
import { isIncomplete } from "./missingHoldings";
import type { PortfolioLoss } from "./useLoss";
import type { Portfolio } from "./usePortfolio";

/** What limits are held against now, with the one-day shortfall of the page once its first scenarios are there. */
export function usePortfolioMandate(portfolio: Portfolio, day: PortfolioLoss | null): MandateFigures {
  const { book, holdings, others, wallet, now } = portfolio;
  const isUnknown = isIncomplete(portfolio);
  const shortfall = day?.estimate?.summary?.main.expectedShortfall;
  return useMemo(() => {
    if (isUnknown) return UNKNOWN_FIGURES;
    const exits = holdings.map(
      ({ vault, valueUsd, atRiskUsd }) => [vaultPartId(vault), exitOf(vault, now, valueUsd - atRiskUsd)] as const,
    );
    const all = new Map([...others.exits, ...wallet.exits, ...exits]);
    return mandateFigures({ book, exits: all, shortfallUsd: shortfall ?? null });
  }, [book, holdings, others, wallet, now, shortfall, isUnknown]);
}
