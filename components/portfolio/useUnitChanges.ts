"use client";

import { useMemo } from "react";
import { usePartChanges } from "@/hooks/usePartChanges";
import type { LawName, PortfolioLaw } from "@/lib/risk/loss/portfolioLaw";
import type { SmileRule } from "@/lib/risk/MarketMove";
import { type UnitChanges, unitChanges } from "@/lib/risk/whatIf/bookWithUnits";
import { SEED } from "./useLoss";
import { type LawCoins, usePortfolioLaw } from "./usePortfolioLaw";
import { DAY_YEARS } from "./useRiskChoice";
import type { WhatIfBase } from "./useWhatIfBase";

/** Few enough to answer while one types: the shortfall is then known to about a fiftieth of itself. */
export const WHAT_IF_SCENARIOS = 8_192;

/** One-day changes of a portfolio and of a dollar in every vault in the same scenarios, as far as they are computed. */
export type RunningChanges = {
  /** Null until all scenarios are there. */
  readonly changes: UnitChanges | null;
  readonly done: number;
  readonly law: PortfolioLaw | undefined;
  readonly failure: string | undefined;
  readonly isRunning: boolean;
  readonly cancel: () => void;
  readonly restart: () => void;
  /** Tells these changes from all others. */
  readonly key: string;
};

export type ChangesSettings = {
  readonly law: LawName;
  readonly rule: SmileRule;
  /** Nothing is computed before somebody wants it. */
  readonly isWanted: boolean;
};

const NO_COINS: LawCoins = { coins: [], quotes: [], volatilities: [] };

/** What would a dollar of each vault have done in each scenario of the portfolio's next day? */
export function useUnitChanges(base: WhatIfBase | undefined, settings: ChangesSettings): RunningChanges {
  const { law: name, rule, isWanted } = settings;
  const { law } = usePortfolioLaw(isWanted && base ? base.lawCoins : NO_COINS, name);
  const task = useMemo(() => {
    if (!isWanted || base === undefined || !law?.ok || base.book.parts.length === 0) return undefined;
    const question = { book: base.book, law: law.law, horizonYears: DAY_YEARS, rule, seed: SEED };
    return { question, scenarios: WHAT_IF_SCENARIOS, key: JSON.stringify([base.stamp, law.law, rule]) };
  }, [base, law, rule, isWanted]);
  const { estimate, failure, ...run } = usePartChanges(task);
  const columns = estimate?.columns ?? null;
  const ownParts = base?.inputs.portfolio.book.parts.length ?? 0;
  const changes = useMemo(() => (columns === null ? null : unitChanges(columns, ownParts)), [columns, ownParts]);
  return {
    ...run,
    changes,
    done: estimate?.done ?? 0,
    law: isWanted ? law : undefined,
    failure: estimate?.refused ?? failure,
    key: task?.key ?? "",
  };
}
