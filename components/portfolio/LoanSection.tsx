import { LoadLine } from "@/components/charts/LoadLine";
import { Section } from "@/components/layout/Section";
import { StatStrip } from "@/components/ui/StatStrip";
import { joinedNames } from "@/lib/format/joinedNames";
import { loadLine, loanStats, nearerText } from "./loanTexts";
import { owedLoans } from "./owedLoans";
import type { RiskInputs } from "./useRiskInputs";

/** How far the loans at other protocols are from liquidation; nothing where nothing is owed. */
export function LoanSection({ inputs: { portfolio, volatilities } }: { readonly inputs: RiskInputs }) {
  const loans = owedLoans(portfolio.others);
  if (loans.length === 0) return null;
  const volatilityOf = (symbol: string) => {
    const coin = portfolio.book.coins.findIndex((one) => one.symbol === symbol || `W${one.symbol}` === symbol);
    return volatilities[coin] ?? null;
  };
  return (
    <Section
      title="Load line"
      aside={`Distance to liquidation at ${joinedNames(loans.map(({ loan }) => loan.poolName))}`}
    >
      {loans.map((owed) => {
        const { loan } = owed;
        const line = loadLine(owed, volatilityOf);
        return (
          <div key={`${loan.chainId} ${loan.pool} ${loan.owner}`} className="mb-4">
            {loans.length > 1 ? <h3 className="mb-2 text-13 font-medium">{loan.poolName}</h3> : null}
            {line ? (
              <LoadLine {...line} />
            ) : (
              <p className="mb-3 text-13 text-ink-2">
                No price of one coin alone would bring liquidation about, or the pool reckons this loan in a way of its
                own.
              </p>
            )}
            {nearerText(owed).map((text) => (
              <p key={text} className="mt-2 text-13 text-ink-2">
                {text}
              </p>
            ))}
            <StatStrip className="mt-3" stats={loanStats(loan)} />
          </div>
        );
      })}
    </Section>
  );
}
