import { isIncomplete } from "@/components/portfolio/missingHoldings";
import type { WhatIfBase } from "@/components/portfolio/useWhatIfBase";
import { MAIN_CONFIDENCE } from "@/lib/risk/loss/LossSummary";
import type { Mandate } from "@/lib/risk/mandate/Mandate";
import { type PlanLimit, planLimits } from "@/lib/risk/mandate/mandateCheck";
import { mandateFigures, UNKNOWN_FIGURES } from "@/lib/risk/mandate/mandateFigures";
import { expectedShortfallOf } from "@/lib/risk/tail/sampleTailRisk";
import type { UnitChanges } from "@/lib/risk/whatIf/bookWithUnits";
import { changesWith } from "@/lib/risk/whatIf/changesWith";
import { withVaultAmount } from "@/lib/risk/whatIf/withVaultAmount";
import { type JudgedIntent, planAmounts } from "./planAmounts";

export type JudgedPlanInput = {
  readonly base: WhatIfBase;
  readonly intent: JudgedIntent;
  /** The chain that the plan is for. */
  readonly chainId: number;
  readonly mandate: Mandate;
  /** Null while the scenarios are not there: the shortfall is then not known, everything else is. */
  readonly changes: UnitChanges | null;
};

/** Each limit before and after a plan, as if its amounts were in or out of the vaults' present positions. */
export function judgedPlan({ base, intent, chainId, mandate, changes }: JudgedPlanInput): readonly PlanLimit[] {
  const { portfolio } = base.inputs;
  if (isIncomplete(portfolio)) return planLimits(UNKNOWN_FIGURES, UNKNOWN_FIGURES, mandate);
  const { exits } = base;
  const shortfallOf = (column: Float64Array | undefined) =>
    column === undefined ? null : expectedShortfallOf(column.slice(), MAIN_CONFIDENCE);
  const before = mandateFigures({ book: portfolio.book, exits, shortfallUsd: shortfallOf(changes?.own) });
  const amounts = planAmounts({ intent, chainId }, base);
  if (amounts === null) return planLimits(before, UNKNOWN_FIGURES, mandate);
  const after = amounts.reduce((book, { place, dollars }) => {
    const unit = base.priced[place]?.unit;
    return unit === undefined ? book : withVaultAmount(book, unit, dollars);
  }, portfolio.book);
  const moved =
    changes === null
      ? undefined
      : amounts.reduce((own, { place, dollars }) => changesWith(own, changes.perDollar[place], dollars), changes.own);
  return planLimits(before, mandateFigures({ book: after, exits, shortfallUsd: shortfallOf(moved) }), mandate);
}
