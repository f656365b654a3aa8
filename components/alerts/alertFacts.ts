import { loadLine } from "@/components/portfolio/loanTexts";
import type { Portfolio } from "@/components/portfolio/usePortfolio";
import { requestRows } from "@/components/transaction/requestRow";
import { vaultTitle } from "@/components/vault/vaultTitle";
import type { AlertFacts } from "@/lib/risk/alerts/portfolioAlerts";
import { vaultPartId } from "@/lib/risk/vaultPartId";

/** What alerts are judged by, out of a portfolio and its one-day shortfall as a share of its value. */
export function alertFacts({ holdings, others, now }: Portfolio, shortfallShare: number | null): AlertFacts {
  return {
    shortfallShare,
    loans: others.loans.flatMap((loan) => {
      if (loan.health === null) return [];
      const line = loadLine(loan, () => null);
      const distance = line === null ? null : line.liquidation / line.spot - 1;
      return [
        {
          id: `${loan.chainId} ${loan.pool} ${loan.owner}`.toLowerCase(),
          name: `The loan at ${loan.poolName}`,
          distance,
        },
      ];
    }),
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
