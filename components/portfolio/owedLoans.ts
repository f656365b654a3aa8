import type { LoanAtRisk } from "@/lib/risk/stress/loanHealth";
import { wadToNumber } from "@/lib/units/Wad";
import type { Loan } from "@/lib/vault/Loan";
import type { OtherHoldings } from "./otherHoldings";

/** A loan with a debt, its health as a number, and as shocks take it. */
export type OwedLoan = { readonly loan: Loan; readonly health: number; readonly atRisk: LoanAtRisk };

/** The loans with a debt. What shocks take is made of them in this order. */
export function owedLoans({ loans, atRisk }: Pick<OtherHoldings, "loans" | "atRisk">): readonly OwedLoan[] {
  return loans
    .flatMap((loan) => (loan.health === null ? [] : [{ loan, health: wadToNumber(loan.health) }]))
    .map(({ loan, health }, index) => {
      const { poolName, owner } = loan;
      return { loan, health, atRisk: atRisk[index] ?? { poolName, owner, sides: null } };
    });
}
