"use client";

import { useMemo } from "react";
import { type RunningLoss, useLossEstimate } from "@/hooks/useLossEstimate";
import type { LawName, PortfolioLaw } from "@/lib/risk/loss/portfolioLaw";
import type { SmileRule } from "@/lib/risk/MarketMove";
import { usePortfolioLaw } from "./usePortfolioLaw";
import type { RiskInputs } from "./useRiskInputs";

/** Enough that the shortfall is known to about a hundredth of itself. */
export const SCENARIOS = 20_000;
/** The same for everyone, so that two people see the same figures of the same portfolio. */
export const SEED = 1;

/** What a reader chooses for the distribution. */
export type LossSettings = { readonly law: LawName; readonly rule: SmileRule; readonly horizonYears: number };

/** A distribution under way, and the law it is under; `law` undefined while what it rests on is read or fitted. */
export type PortfolioLoss = RunningLoss & { readonly law: PortfolioLaw | undefined; readonly days: number };

/** What may be lost over a horizon, under a law? */
export function useLoss(inputs: RiskInputs, { law: name, rule, horizonYears }: LossSettings): PortfolioLoss {
  const { book } = inputs.portfolio;
  const coins = useMemo(() => book.coins.map(({ symbol }) => symbol), [book]);
  const { law, days } = usePortfolioLaw({ coins, quotes: inputs.quotes, volatilities: inputs.volatilities }, name);
  const task = useMemo(() => {
    if (!law?.ok || book.parts.length === 0) return undefined;
    const question = { book, law: law.law, horizonYears, rule, seed: SEED };
    const key = JSON.stringify([inputs.stamp, law.law, rule, horizonYears]);
    return { question, scenarios: SCENARIOS, key };
  }, [law, book, horizonYears, rule, inputs.stamp]);
  return { ...useLossEstimate(task), law, days };
}
