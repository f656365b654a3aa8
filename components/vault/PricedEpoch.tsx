"use client";

import { useEffect } from "react";
import type { Fill } from "@/lib/vault/Epoch";
import { LegsSection } from "./LegsSection";
import type { Market } from "./Market";
import { OutcomesSection } from "./OutcomesSection";
import { PayoffSection } from "./PayoffSection";
import type { ChosenBasis } from "./useBasis";
import { type ChosenModel, usePricing } from "./usePricing";
import type { VaultFigures } from "./VaultFigures";

type Props = {
  readonly figures: VaultFigures;
  readonly fills: readonly Fill[];
  readonly basis: ChosenBasis;
  readonly market: Market | undefined;
  readonly chosen: ChosenModel;
};

/** The open epoch under one model, chosen by the reader: payoff, Greeks, how it can end and the options behind it. */
export function PricedEpoch({ figures, fills, basis, market, chosen }: Props) {
  const pricing = usePricing(figures, market, chosen);
  const { choice } = pricing;
  const { show } = chosen;
  // Synchronises with the parts below, whose code comes by itself: they name the model of the figures here.
  useEffect(() => show(choice), [show, choice]);
  return (
    <>
      <PayoffSection figures={figures} basis={basis} pricing={pricing} />
      <OutcomesSection figures={figures} valuation={pricing.valuation} />
      <LegsSection figures={figures} fills={fills} valuation={pricing.valuation} market={market} />
    </>
  );
}
