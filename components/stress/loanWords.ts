import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { joinedNames } from "@/lib/format/joinedNames";
import { fixedText, NO_NUMBER } from "@/lib/format/numberText";
import { type LoanAtRisk, liquidatingMove, shockedHealth } from "@/lib/risk/stress/loanHealth";
import type { Shock } from "@/lib/risk/stress/Shock";
import type { ReverseLine } from "./reverseWords";

/** What a shock leaves of a loan's health. */
export type LoanOutcome = {
  readonly text: string;
  readonly isLiquidatable: boolean;
  /** What the figure alone does not say; empty where it says all. */
  readonly note: string;
};

/** How the column is reckoned. */
export const LOAN_METHOD =
  "Loan health: every collateral and debt revalued, each counted as its pool counts it; from below 1.00 anybody may liquidate.";

/** From here on nobody needs a figure. */
const MUCH = 100;
const NOT_RECKONED = "its pool counts it in a way of its own, or a token has no price here";

/** The worst of the loans after a shock, its pool named where there are several; one that cannot be reckoned is not passed over. */
export function loanOutcome(shock: Shock, loans: readonly LoanAtRisk[]): LoanOutcome | null {
  const unknown = loans.filter(({ sides }) => sides === null).length;
  const known = loans
    .map((loan) => ({ loan, health: shockedHealth(loan, shock) }))
    .filter(({ health }) => !Number.isNaN(health))
    .toSorted((a, b) => a.health - b.health);
  const [worst] = known;
  if (worst === undefined)
    return loans.length === 0 ? null : { text: NO_NUMBER, isLiquidatable: false, note: "cannot be reckoned" };
  const isLiquidatable = worst.health < 1;
  const notes = [
    ...(isLiquidatable ? ["could be liquidated"] : []),
    ...(loans.length > 1 ? [`at ${worst.loan.poolName}`] : []),
    ...(unknown > 0 ? [`${unknown} not reckoned`] : []),
  ];
  return { text: healthText(worst.health), isLiquidatable, note: notes.join(", ") };
}

/** The smallest common move of a loan's coins from which it can be liquidated, in words. */
export function loanLine(loan: LoanAtRisk): ReverseLine {
  const label = `Loan at ${loan.poolName}`;
  if (loan.sides === null) return { label, figure: NO_NUMBER, sentence: `Cannot be reckoned: ${NOT_RECKONED}.` };
  const found = liquidatingMove(loan);
  if (found === null)
    return { label, figure: "none", sentence: "No common move of its coins alone lets it be liquidated." };
  const { spotMove, coins } = found;
  if (spotMove === 0) return { label, figure: "now", sentence: "It can be liquidated at today’s prices." };
  const names = coins.length > 1 ? `${joinedNames(coins)} together` : joinedNames(coins);
  const verb = spotMove < 0 ? "falling" : "rising";
  return {
    label,
    figure: formatSignedPercent(spotMove, 1),
    sentence: `${names} ${verb} by more than ${formatPercent(Math.abs(spotMove), 1)} takes its health below 1.00: it could be liquidated.`,
  };
}

/** Cut, never rounded up: 0.999 is not 1.00. */
function healthText(health: number): string {
  return health > MUCH ? `over ${MUCH}` : fixedText(Math.floor(health * 100 + 1e-9) / 100, 2);
}
