import { formatUsd } from "@/lib/format/formatUsd";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { LossSummary } from "@/lib/risk/loss/LossSummary";
import type { SampleTailRisk } from "@/lib/risk/tail/sampleTailRisk";
import { lossText } from "./lossWords";

/** A figure by one way of reckoning it. */
export type LossRow = { readonly figure: string; readonly value: string; readonly error: string; readonly way: string };

/** VaR and ES as the scenarios have them, and the checks. */
export function lossRows({ main, rare, checks }: LossSummary): readonly LossRow[] {
  return [
    ...sampleRows("95%", main),
    ...sampleRows("99%", rare),
    {
      figure: "ES 99%",
      value: checks.gpdRare ? lossText(checks.gpdRare.expectedShortfall) : NO_NUMBER,
      error: checks.gpdRare ? formatUsd(checks.gpdRare.expectedShortfallError, 0) : "",
      way: checks.gpd.ok ? "Pareto law fitted to the worst tenth" : "The worst tenth follows no Pareto law",
    },
    {
      figure: "ES 95%",
      value: checks.cornishFisher.ok ? lossText(checks.cornishFisher.expectedShortfall) : NO_NUMBER,
      error: "",
      way: checks.cornishFisher.ok
        ? "Cornish–Fisher, from four moments"
        : "Cornish–Fisher does not hold: its quantiles would turn around",
    },
  ];
}

function sampleRows(confidence: string, risk: SampleTailRisk): readonly LossRow[] {
  const row = (name: string, loss: number, error: number) => ({
    figure: `${name} ${confidence}`,
    value: lossText(loss),
    error: formatUsd(error, 0),
    way: "The scenarios themselves",
  });
  return [
    row("VaR", risk.valueAtRisk, risk.valueAtRiskError),
    row("ES", risk.expectedShortfall, risk.expectedShortfallError),
  ];
}

/** The fitted tail in words. */
export function tailSentence({ checks: { gpd } }: LossSummary): string {
  if (!gpd.ok) return "";
  const { threshold, exceedances, shape, shapeError, scale, worstDeviation } = gpd.fit;
  return `Tail beyond ${lossText(threshold)}: ${exceedances} scenarios, shape ${shape.toFixed(2)} ± ${shapeError.toFixed(2)}, scale ${formatUsd(scale, 0)}; off by at most ${(100 * worstDeviation).toFixed(0)}% of a loss beyond it.`;
}
