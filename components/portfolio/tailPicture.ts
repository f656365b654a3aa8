import type { TailLabels, TailShape } from "@/components/charts/TailShape";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatSignedCompactUsd } from "@/lib/format/formatUsd";
import type { GpdFit } from "@/lib/risk/tail/fitGpdTail";
import { gpdBeyond } from "@/lib/risk/tail/gpdTailRisk";
import { lossText } from "./lossWords";

/** Texts of the chart of the worst losses. */
export const TAIL_LABELS: TailLabels = {
  loss: lossText,
  axis: (loss) => formatSignedCompactUsd(-loss),
  share: shareText,
  points: "scenarios",
  law: "fitted Pareto law",
  table: { summary: "Show the fitted tail as a table", caption: "Share of scenarios beyond each loss" },
};

/** The scenarios' own losses, and at the same places what the law has. */
export function tailShape(fit: GpdFit): TailShape {
  const points = fit.points.map(({ observed, beyond }) => ({ loss: observed, beyond }));
  return { points, law: points.map(({ loss }) => ({ loss, beyond: gpdBeyond(fit, loss) })) };
}

/** The picture in one sentence. */
export function tailSummary(fit: GpdFit): string {
  const { threshold, exceedances, exceedanceShare, worstDeviation, points } = fit;
  const largest = points.at(-1)?.observed ?? Number.NaN;
  return `${exceedances} losses from ${lossText(threshold)}, which ${formatPercent(exceedanceShare, 0)} of scenarios exceed, to ${lossText(largest)}, against the fitted Pareto law: the law is off by at most ${formatPercent(worstDeviation, 0)} of a loss beyond the threshold, the few largest left out.`;
}

/** As many decimals as the share needs for two digits: 10%, 1.5%, 0.12%, 0.0031%. */
function shareText(share: number): string {
  const percent = share * 100;
  const isPower = Math.abs(Math.log10(percent) - Math.round(Math.log10(percent))) < 1e-9;
  const digits = isPower ? 1 : 2;
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(percent) + 1e-9));
  return formatPercent(share, Number.isFinite(decimals) ? Math.min(8, decimals) : 0);
}
