import type { HistogramBin, HistogramLabels, HistogramMark } from "@/components/charts/histogramFrame";
import { formatOdds } from "@/lib/format/formatPercent";
import { formatSignedCompactUsd, formatSignedUsd } from "@/lib/format/formatUsd";
import { grouped } from "@/lib/format/numberText";
import type { LossSummary } from "@/lib/risk/loss/LossSummary";
import { lossText } from "./lossWords";

/** What stands over the picture: how many scenarios, what the hatch is, and what it leaves out. */
export function captionOf({ scenarios, main, histogram: { below, above } }: LossSummary): string {
  const outside = below + above;
  const beyond =
    outside > 0
      ? ` ${grouped(String(below))} lie beyond the left edge, ${grouped(String(above))} beyond the right.`
      : "";
  return `${grouped(String(scenarios))} scenarios, every option revalued in each. Hatched: the worst 5%, on average ${lossText(main.expectedShortfall)}.${beyond}`;
}

/** The same in one sentence, for who does not see it. */
export function summarySentence({ main, rare, lossOdds }: LossSummary, horizon: string): string {
  return `Distribution of the change in net value, ${horizon}: a loss in ${formatOdds(lossOdds)} of scenarios; one in 20 loses more than ${lossText(main.valueAtRisk)}, those on average ${lossText(main.expectedShortfall)}; one in 100 loses more than ${lossText(rare.valueAtRisk)}.`;
}

export function histogramBins({ histogram: { edges, counts } }: LossSummary): readonly HistogramBin[] {
  return counts.map((count, index) => ({
    from: edges[index] ?? Number.NaN,
    to: edges[index + 1] ?? Number.NaN,
    count,
  }));
}

export function histogramMarks({ main, rare }: LossSummary): readonly HistogramMark[] {
  const mark = (name: string, loss: number, isMean: boolean) => ({ name, value: -loss, text: lossText(loss), isMean });
  return [
    mark("VaR 95%", main.valueAtRisk, false),
    mark("ES 95%", main.expectedShortfall, true),
    mark("VaR 99%", rare.valueAtRisk, false),
  ];
}

export function histogramLabels({ lossOdds }: LossSummary, horizon: string): HistogramLabels {
  return {
    axis: formatSignedCompactUsd,
    bound: (value) => formatSignedUsd(value, 0),
    loss: `a loss in ${formatOdds(lossOdds)} of cases`,
    gain: `a gain in ${formatOdds(1 - lossOdds)}`,
    table: { summary: "Show the distribution as a table", caption: `Change in net value, ${horizon}` },
  };
}
