import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import type { PortfolioAlert } from "@/lib/risk/alerts/portfolioAlerts";

/** A piece of news in words: what, and what it means. */
export function alertText(alert: PortfolioAlert): { readonly title: string; readonly body: string } {
  switch (alert.kind) {
    case "liquidation":
      return {
        title: `${alert.name} is near liquidation`,
        body: `A move of ${formatSignedPercent(alert.distance, 1)} would let anybody liquidate the loan.`,
      };
    case "shortfall":
      return {
        title: "A bad day would cost more than your bound",
        body: `The one-day shortfall is ${formatPercent(alert.share, 1)} of the net value; you asked to be told over ${formatPercent(alert.limit, 1)}.`,
      };
    case "settled":
      return {
        title: `${alert.name}: epoch ${alert.epoch} is settled`,
        body: "Its result and what can be claimed are known.",
      };
    case "claimable":
      return { title: `${alert.amount} can be taken`, body: `From ${alert.name}. There is no deadline.` };
  }
}
