import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatRiskUsd } from "@/lib/format/formatUsd";
import type { SmileRule } from "@/lib/risk/MarketMove";
import type { RiskBook } from "@/lib/risk/RiskBook";
import type { ListedShock } from "@/lib/risk/stress/listedShocks";
import type { LoanAtRisk } from "@/lib/risk/stress/loanHealth";
import type { Shock } from "@/lib/risk/stress/Shock";
import { type PartChange, shockResult } from "@/lib/risk/stress/shockResult";
import { type LoanOutcome, loanOutcome } from "./loanWords";
import { appliedText, datesText } from "./shockTexts";

/** A line of the table of shocks. */
export type StressRow = {
  readonly shock: ListedShock;
  readonly dates: string;
  readonly applied: string;
  readonly outcome: StressOutcome;
  /** Of the largest result in the table, −1 to 1. */
  readonly barShare: number;
};

/** What a shock comes to, for a screen. */
export type StressOutcome = {
  /** Dollars; less than half a cent is nothing. */
  readonly change: number;
  readonly changeText: string;
  readonly shareText: string;
  /** The vault that loses most, with its loss, or "none". */
  readonly hardest: string;
  /** The loan that comes off worst; null where nothing is owed. */
  readonly loan: LoanOutcome | null;
};

/** The book, how its smile moves, and what is owed against it. */
export type StressInput = {
  readonly book: RiskBook;
  readonly rule: SmileRule;
  /** Loans at lending pools; none when left out. */
  readonly loans?: readonly LoanAtRisk[];
};

/** Below this nobody is hit. */
const LEAST_HIT_USD = 0.5;
/** A bar can be seen from here on. */
const LEAST_BAR = 0.012;

/** Every shock on the whole book, fully revalued, in the order given. */
export function stressRows(shocks: readonly ListedShock[], input: StressInput): readonly StressRow[] {
  const outcomes = shocks.map((shock) => stressOutcome(shock, input));
  const largest = outcomes.reduce((most, { change }) => Math.max(most, Math.abs(change) || 0), 0);
  return shocks.flatMap((shock, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) return [];
    const barShare = barOf(outcome.change, largest);
    return [{ shock, dates: datesText(shock), applied: appliedText(input.book, shock), outcome, barShare }];
  });
}

/** One shock on the whole book. */
export function stressOutcome(shock: Shock, { book, rule, loans = [] }: StressInput): StressOutcome {
  const { change, shareOfNetValue, hardestHit } = shockResult(book, shock, rule);
  const isNothing = Math.abs(change) < 0.005;
  return {
    change: isNothing ? 0 : change,
    changeText: isNothing ? "$0" : formatRiskUsd(change),
    shareText: formatSignedPercent(shareOfNetValue, 1),
    hardest: hardestText(hardestHit),
    loan: loanOutcome(shock, loans),
  };
}

function hardestText(hit: PartChange | null): string {
  if (hit === null || hit.change > -LEAST_HIT_USD) return "none";
  return `${vaultTitle(hit)}, ${formatRiskUsd(hit.change)}`;
}

function barOf(change: number, largest: number): number {
  if (!(largest > 0) || !Number.isFinite(change) || change === 0) return 0;
  return Math.sign(change) * Math.max(LEAST_BAR, Math.abs(change) / largest);
}
