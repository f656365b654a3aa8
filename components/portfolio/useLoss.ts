"use client";

import { useMemo } from "react";
import { useCoinFits } from "@/hooks/useCoinFits";
import { type RunningLoss, useLossEstimate } from "@/hooks/useLossEstimate";
import { usePriceHistory } from "@/hooks/usePriceHistory";
import { jointReturns } from "@/lib/risk/jointReturns";
import { type LawName, type PortfolioLaw, portfolioLaw } from "@/lib/risk/loss/portfolioLaw";
import type { SmileRule } from "@/lib/risk/MarketMove";
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
  const fitted = useCoinFits(inputs.quotes);
  const history = usePriceHistory();
  const isHistoryKnown = history.data !== undefined || history.error !== null;
  const returns = useMemo(
    () =>
      jointReturns(
        history.data ?? [],
        book.coins.map(({ symbol }) => symbol),
      ),
    [history.data, book],
  );
  const law = useMemo(() => {
    const known = fitted.flatMap((fit) => (fit === undefined ? [] : [fit]));
    if (known.length < fitted.length || !isHistoryKnown) return undefined;
    return portfolioLaw({ name, fitted: known, volatilities: inputs.volatilities, returns });
  }, [fitted, isHistoryKnown, name, inputs, returns]);
  const task = useMemo(() => {
    if (!law?.ok || book.parts.length === 0) return undefined;
    const question = { book, law: law.law, horizonYears, rule, seed: SEED };
    const key = JSON.stringify([inputs.stamp, law.law, rule, horizonYears]);
    return { question, scenarios: SCENARIOS, key };
  }, [law, book, horizonYears, rule, inputs.stamp]);
  return { ...useLossEstimate(task), law, days: returns.columns[0]?.length ?? 0 };
}
