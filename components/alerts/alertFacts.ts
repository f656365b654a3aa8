import { type OwedLoan, owedLoans } from "@/components/portfolio/owedLoans";
import type { Portfolio } from "@/components/portfolio/usePortfolio";
import { requestRows } from "@/components/transaction/requestRow";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { nearestLiquidation } from "@/lib/risk/alerts/nearestLiquidation";
import type { AlertFacts } from "@/lib/risk/alerts/portfolioAlerts";
import { vaultPartId } from "@/lib/risk/vaultPartId";

/** The one-day expected shortfall over the net value, null while it is not known; final when it is of all scenarios and of what is held now. */
export type ShortfallNow = { readonly share: number | null; readonly isFinal: boolean };

/** What is known beside the portfolio. The price feeds say what tokens are: `pending` before they have answered or failed. */
export type AlertSurroundings = {
  readonly shortfall: ShortfallNow;
  readonly feeds: "pending" | "error" | "success";
};

/** What alerts are judged by, out of a portfolio and what is known beside it. */
export function alertFacts(portfolio: Portfolio, { shortfall, feeds }: AlertSurroundings): AlertFacts {
  const { holdings, others, now, wallet, leftOut, isReadingFills } = portfolio;
  const unwatched = [...new Set([...others.failures.map(({ name }) => name), ...leftOut])];
  const isWalletRead = wallet.failure === null && wallet.unread.length === 0;
  return {
    ...{ shortfallShare: shortfall.share, isShortfallFinal: shortfall.isFinal, unwatched },
    isComplete: unwatched.length === 0 && isWalletRead && !isReadingFills && feeds === "success",
    loans: owedLoans(others).flatMap((owed) => (isWaiting(owed, feeds) ? [] : [loanFact(owed)])),
    vaults: holdings.map(({ vault }) => ({
      id: vaultPartId(vault),
      name: vaultTitle(vault),
      settledEpoch: vault.epoch.phase === "idle" ? vault.epoch.number : vault.epoch.number - 1,
    })),
    claimables: requestRows(holdings, now)
      .filter(({ isReady }) => isReady)
      .map(({ key, amount, rest }) => ({ id: key, name: rest.replace(/^(from|of) /, ""), amount })),
  };
}

/** Its coins get their names from feeds that have not answered yet: the pool's health alone would tell it nearer than it is. */
function isWaiting({ loan, atRisk }: OwedLoan, feeds: AlertSurroundings["feeds"]): boolean {
  return feeds === "pending" && atRisk.sides === null && loan.isExplained;
}

function loanFact({ loan, health, atRisk }: OwedLoan): AlertFacts["loans"][number] {
  return {
    id: `${loan.chainId} ${loan.pool} ${loan.owner}`.toLowerCase(),
    name: `The loan at ${loan.poolName}`,
    nearest: nearestLiquidation(health, atRisk),
  };
}
