import { type Stat, StatStrip } from "@/components/ui/StatStrip";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatRiskUsd, formatUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import { NO_NUMBER } from "@/lib/format/numberText";
import { lawFault, lossText } from "./lossWords";
import { portfolioTotals } from "./portfolioTotals";
import type { PortfolioLoss } from "./useLoss";
import type { Portfolio } from "./usePortfolio";

/** Below this a figure reads $0.00. */
const HALF_CENT = 0.005;

export type RiskStripProps = {
  readonly portfolio: Portfolio;
  /** The one-day distribution. */
  readonly loss: PortfolioLoss;
};

/** What moves the value, in dollars: the sums over all underlyings, and what a bad day costs. */
export function RiskStrip({ portfolio, loss }: RiskStripProps) {
  const { deltaUsd, gammaUsdPerPercent, vegaPerPoint, thetaPerDay, missing, netUsd } = portfolioTotals(portfolio);
  return (
    <StatStrip
      stats={[
        {
          label: "Delta",
          value: formatUsd(deltaUsd, 0),
          note: known(deltaUsd, `market up 1%: ${formatRiskUsd(deltaUsd * 0.01)}`),
        },
        {
          ...moving("Gamma", gammaUsdPerPercent, "per 1%"),
          note: meaning(gammaUsdPerPercent, ["delta shrinks as prices rise", "delta grows as prices rise"]),
        },
        {
          ...moving("Vega", vegaPerPoint, "per vol pt"),
          note: meaning(vegaPerPoint, ["you lose if volatility rises", "you gain if volatility rises"]),
        },
        {
          ...moving("Theta", thetaPerDay, "per day"),
          note: meaning(thetaPerDay, ["what waiting costs you", "what you earn for waiting"]),
        },
        ...tailStats(loss, { netUsd, missing }),
      ]}
    />
  );
}

/** VaR and ES of one day at 95 %, as they come in. */
function tailStats(
  loss: PortfolioLoss,
  at: { readonly netUsd: number; readonly missing: readonly string[] },
): readonly Stat[] {
  const main = at.missing.length > 0 ? undefined : loss.estimate?.summary?.main;
  if (main === undefined) {
    const note = tailAbsence(loss, at.missing);
    return ["VaR 95%, 1 day", "Shortfall (ES) 95%, 1 day"].map((label) => ({ label, value: NO_NUMBER, note }));
  }
  const share = formatSignedPercent(-main.expectedShortfall / at.netUsd, 1);
  return [
    { label: "VaR 95%, 1 day", value: lossText(main.valueAtRisk), note: "1 day in 20 is worse than this" },
    {
      label: "Shortfall (ES) 95%, 1 day",
      value: lossText(main.expectedShortfall),
      tone: main.expectedShortfall > 0 ? "loss" : undefined,
      note: `average of those days, ${share}`,
    },
  ];
}

function tailAbsence({ law, failure }: PortfolioLoss, missing: readonly string[]): string {
  if (missing.length > 0) return `not known: without ${joinedNames(missing)}`;
  if (law && !law.ok) return lawFault(law.reason);
  return failure ?? "being computed";
}

function moving(label: string, usd: number, unit?: string): Stat {
  return { label, value: formatRiskUsd(usd), unit: Number.isFinite(usd) ? unit : undefined };
}

/** What a figure below and above zero means; one that is shown as zero means neither. */
function meaning(figure: number, [below, above]: readonly [string, string]): string {
  if (Math.abs(figure) < HALF_CENT) return "hardly anything now";
  return known(figure, figure < 0 ? below : above);
}

/** The note of a figure, or why there is none. */
function known(figure: number, note: string): string {
  return Number.isFinite(figure) ? note : "not known: some options have no price";
}
