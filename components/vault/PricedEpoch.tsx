"use client";

import type { Fill } from "@/lib/vault/Epoch";
import type { Position } from "@/lib/vault/Position";
import { LegsSection } from "./LegsSection";
import type { Market } from "./Market";
import { ModelComparison } from "./ModelComparison";
import { OutcomesSection } from "./OutcomesSection";
import { PayoffSection } from "./PayoffSection";
import { useBasis } from "./useBasis";
import { type ChosenModel, usePricing } from "./usePricing";
import type { VaultFigures } from "./VaultFigures";

type Props = {
  readonly figures: VaultFigures;
  readonly fills: readonly Fill[];
  readonly position: Position | null;
  readonly market: Market | undefined;
  readonly chosen: ChosenModel;
};

/** The open epoch under one model, chosen by the reader: payoff, Greeks, how it can end, the options behind it, and what the choice changes. */
export function PricedEpoch({ figures, fills, position, market, chosen }: Props) {
  const pricing = usePricing(figures, market, chosen);
  const basis = useBasis(figures, position);
  const { volatility } = figures;
  const hasModels = figures.basis === "sold" && volatility?.ok && volatility.source === "market";
  return (
    <>
      <PayoffSection figures={figures} basis={basis} pricing={pricing} />
      <OutcomesSection figures={figures} valuation={pricing.valuation} />
      <LegsSection figures={figures} fills={fills} valuation={pricing.valuation} market={market} />
      {hasModels ? (
        <ModelComparison
          figures={figures}
          market={market}
          units={basis.units}
          depositUsd={basis.depositUsd}
          choice={pricing.choice}
        />
      ) : null}
    </>
  );
}
