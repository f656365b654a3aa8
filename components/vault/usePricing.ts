"use client";

import { useMemo, useState } from "react";
import type { ModelName } from "@/lib/pricing/PricingModel";
import { blackValuation } from "./blackValuation";
import { defaultChoice } from "./modelChoice";
import type { ModelChoice, Valuation } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";

/** Under which model the page values the options, and what that gives. */
export type Pricing = {
  /** The model of every figure; null without a volatility. */
  readonly choice: ModelChoice | null;
  readonly choose: (choice: ModelName) => void;
  readonly valuation: Valuation | null;
};

/** The reader's choice of a model, and the options under it. */
export function usePricing(figures: VaultFigures): Pricing {
  const [wanted, choose] = useState<ModelName>();
  const own = defaultChoice(figures);
  const choice = own === "smile" ? (wanted ?? own) : own;
  const valuation = useMemo(() => (choice === null ? null : blackValuation(figures, choice)), [figures, choice]);
  return { choice, choose, valuation };
}
