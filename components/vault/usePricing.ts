"use client";

import { useMemo, useState } from "react";
import type { ModelFit } from "@/hooks/useFittedModels";
import type { ModelName, PricingModel } from "@/lib/pricing/PricingModel";
import { blackValuation } from "./blackValuation";
import type { Market } from "./Market";
import { defaultChoice, fittedName } from "./modelChoice";
import { type FittedValuation, useFittedValuation } from "./useFittedValuation";
import type { ModelChoice, Valuation } from "./Valuation";
import type { PricedFigures } from "./VaultFigures";

/** The reader's choice, kept by the page; undefined until one is made. */
export type ChosenModel = {
  readonly wanted: ModelName | undefined;
  readonly choose: (choice: ModelName) => void;
  /** Told under which model the figures are: the wanted one, or the one before it until that is there. */
  readonly show: (choice: ModelChoice | null) => void;
};

/** Under which model the page values the options, and what that gives. */
export type Pricing = {
  /** The model of every figure: the wanted one as soon as it is there, the one before it until then. Null without a volatility. */
  readonly choice: ModelChoice | null;
  /** What the reader asked for, or the default. */
  readonly wanted: ModelChoice | null;
  readonly choose: (choice: ModelName) => void;
  readonly valuation: Valuation | null;
  /** The fitted model behind the figures, for the worker; null for those that are Black's. */
  readonly model: PricingModel | null;
  /** The thread that a fitted model's figures were computed on; undefined for Black's, which the page computes at once. */
  readonly ranOn: Ready["ranOn"] | undefined;
  /** How well the wanted model is fitted; undefined for those that are not fitted. */
  readonly fit: ModelFit | undefined;
  /** Why the wanted model cannot be shown; undefined while it can, or is under way. */
  readonly failure: string | undefined;
};

/** A model that can be shown: Black's are computed anew with every figure, a fitted one is what the worker answered. */
type Shown = { readonly black: ModelChoice } | Ready;

type Ready = NonNullable<FittedValuation["ready"]>;

/** The options under the reader's model. Black and its smile are computed at once, the others fitted and valued by the worker. */
export function usePricing(figures: PricedFigures, market: Market | undefined, chosen: ChosenModel): Pricing {
  const own = defaultChoice(figures);
  const wanted = own === "smile" ? (chosen.wanted ?? own) : own;
  const name = fittedName(wanted);
  const fitted = useFittedValuation(figures, market, name);
  const ready = useMemo((): Shown | null => {
    if (name !== undefined) return fitted.ready;
    return wanted === null ? null : { black: wanted };
  }, [name, fitted.ready, wanted]);
  const [last, setLast] = useState(ready);
  if (ready !== null && ready !== last) setLast(ready);
  const shown = wanted === null ? null : (ready ?? last ?? (own === null ? null : { black: own }));
  const valuation = useMemo(() => {
    if (shown === null) return null;
    return "black" in shown ? blackValuation(figures, shown.black) : shown.valuation;
  }, [figures, shown]);
  return {
    choice: valuation?.choice ?? null,
    wanted,
    choose: chosen.choose,
    valuation,
    model: shown !== null && "model" in shown ? shown.model : null,
    ranOn: shown !== null && "model" in shown ? shown.ranOn : undefined,
    fit: fitted.fit,
    failure: fitted.failure,
  };
}
