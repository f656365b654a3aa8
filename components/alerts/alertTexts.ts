import { formatPercent } from "@/lib/format/formatPercent";
import { joinedNames } from "@/lib/format/joinedNames";
import type { NearestLiquidation } from "@/lib/risk/alerts/nearestLiquidation";
import type { PortfolioAlert } from "@/lib/risk/alerts/portfolioAlerts";

/** A piece of news in words: what, and what it means. */
export function alertText(alert: PortfolioAlert): { readonly title: string; readonly body: string } {
  switch (alert.kind) {
    case "liquidation":
      return {
        title: `${alert.name} ${alert.nearest.move === 0 ? "can be liquidated" : "is near liquidation"}`,
        body: liquidationText(alert.nearest),
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

/** The nearest move from which a loan can be liquidated, and whether it is of one coin, of all, or only known from the pool's health. */
export function liquidationText({ by, coins, move }: NearestLiquidation): string {
  if (move === 0) return "Anybody can liquidate it at today’s prices.";
  const size = formatPercent(Math.abs(move), 1);
  const after = "would let anybody liquidate the loan.";
  if (by === "health")
    return `By its pool's own health: a fall of all its collateral by ${size} against its debt ${after}`;
  return `${joinedNames(coins)} ${move < 0 ? "falling" : "rising"} ${by === "common" ? "together" : "alone"} by ${size} ${after}`;
}

/** What is not read is not watched, and nobody shall take its silence for safety. */
export function unwatchedText(name: string): string {
  return `${name} was not read: a loan there cannot be watched.`;
}

/** The shortfall is not watched without what is in no figure; none where nothing is missing. */
export function unknownShortfallText(missing: readonly string[]): readonly string[] {
  return missing.length === 0
    ? []
    : [`The shortfall is not known without ${joinedNames(missing)}: it cannot be watched.`];
}
