"use client";

import type { Fill } from "@/lib/vault/Epoch";
import type { Position } from "@/lib/vault/Position";
import { LegsSection } from "./LegsSection";
import type { Market } from "./Market";
import { OutcomesSection } from "./OutcomesSection";
import { PayoffSection } from "./PayoffSection";
import { type ChosenModel, usePricing } from "./usePricing";
import type { VaultFigures } from "./VaultFigures";

type Props = {
  readonly figures: VaultFigures;
  readonly fills: readonly Fill[];
  readonly position: Position | null;
  readonly market: Market | undefined;
  readonly chosen: ChosenModel;
};

/** The open epoch under one model, chosen by the reader: payoff, Greeks, how it can end, and the options behind it. */
export function PricedEpoch({ figures, fills, position, market, chosen }: Props) {
  const pricing = usePricing(figures, market, chosen);
  return (
    <>
      <PayoffSection figures={figures} position={position} pricing={pricing} market={market} />
      <OutcomesSection figures={figures} valuation={pricing.valuation} />
      <LegsSection figures={figures} fills={fills} valuation={pricing.valuation} market={market} />
    </>
  );
}
