"use client";

import { useMemo, useState } from "react";
import { SeriesChart } from "@/components/charts/SeriesChart";
import { SmileChart } from "@/components/charts/SmileChart";
import { Select } from "@/components/ui/Select";
import { formatPercent, formatPoints, formatVolatility } from "@/lib/format/formatPercent";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { fixedText } from "@/lib/format/numberText";
import type { ModelName } from "@/lib/pricing/PricingModel";
import { ChartBlock } from "./ChartBlock";
import type { MarketView } from "./Market";
import { isSameExpiry, marketExpiries } from "./marketExpiries";
import { skewByExpiry, termStructure } from "./marketSeries";
import { fitWords } from "./marketWords";
import { SMILE_LABELS, smileShape, smileSummary } from "./smileShape";
import { useModelSmile } from "./useModelSmile";
import type { VaultFigures } from "./VaultFigures";

type Props = {
  readonly figures: VaultFigures;
  readonly view: MarketView;
  readonly wanted: ModelName | undefined;
};

/** The smile of an expiry with its quotes, the volatility at the money and the skew over all expiries. */
export function SmilePart({ figures, view, wanted }: Props) {
  const expiries = useMemo(() => marketExpiries(view), [view]);
  const [chosen, setChosen] = useState<string>();
  const own = expiries.find(({ expiry }) => isSameExpiry(Number(expiry), Number(figures.vault.epoch.expiry)));
  const of = expiries.find(({ expiry }) => String(expiry) === chosen) ?? own ?? expiries[0];
  const headline = figures.volatility?.ok ? figures.volatility.headline : null;
  const model = useModelSmile({ view, of, wanted, headline });
  const shape = useMemo(() => of && smileShape({ figures, of, model }), [figures, of, model]);
  if (of === undefined || shape === undefined) return null;
  const options = expiries.map(({ expiry }) => ({
    value: String(expiry),
    label: `${formatUtcDay(expiry, figures.now)}${own?.expiry === expiry ? ", this epoch" : ""}`,
  }));
  return (
    <div className="columns-wide-narrow">
      <ChartBlock
        title="Smile"
        aside={<Select label="Expiry" options={options} value={String(of.expiry)} onChange={setChosen} />}
        note={fitWords(of, view)}
      >
        <SmileChart shape={shape} labels={SMILE_LABELS} summary={smileSummary(shape, of, figures.now)} />
      </ChartBlock>
      <div className="chart-stack">
        <TermBlock figures={figures} view={view} expiries={expiries} />
        <SkewBlock figures={figures} view={view} expiries={expiries} />
      </div>
    </div>
  );
}

type BlockProps = Pick<Props, "figures" | "view"> & { readonly expiries: ReturnType<typeof marketExpiries> };

function TermBlock({ figures, view, expiries }: BlockProps) {
  const { series, xTicks } = useMemo(() => termStructure({ figures, view, expiries }), [figures, view, expiries]);
  const points = series[0]?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  const summary =
    first && last
      ? `Volatility at the money by expiry: ${formatVolatility(first.value)} on ${first.name}, ${formatVolatility(last.value)} on ${last.name}.`
      : "No expiry is fitted.";
  return (
    <ChartBlock title="Term structure" aside={<span className="text-12 text-ink-3">at the money, by expiry</span>}>
      <SeriesChart
        series={series}
        xTicks={xTicks}
        valueText={formatVolatility}
        axisText={wholePercent}
        summary={summary}
        table={TERM_TABLE}
      />
    </ChartBlock>
  );
}

function SkewBlock({ figures, view, expiries }: BlockProps) {
  const { series, xTicks } = useMemo(() => skewByExpiry({ figures, view, expiries }), [figures, view, expiries]);
  const points = series[0]?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  const summary =
    first && last
      ? `Volatility of 25-delta puts less that of calls by expiry: ${formatPoints(first.value)} on ${first.name}, ${formatPoints(last.value)} on ${last.name}. Above zero a fall costs more to insure than a rise.`
      : "No expiry has both options.";
  return (
    <ChartBlock title="Skew" aside={<span className="text-12 text-ink-3">25-delta put less call, points</span>}>
      <SeriesChart
        series={series}
        xTicks={xTicks}
        valueText={formatPoints}
        pointText={signedPoint}
        axisText={pointsOnAxis}
        summary={summary}
        table={SKEW_TABLE}
        hasZero
      />
    </ChartBlock>
  );
}

const TERM_TABLE = {
  summary: "Show the term structure as a table",
  caption: "Volatility at the money by expiry",
  head: "Expiry",
};
const SKEW_TABLE = { summary: "Show the skew as a table", caption: "Skew by expiry", head: "Expiry" };

const wholePercent = (volatility: number) => formatPercent(volatility, 0);
const signedPoint = (value: number) => formatPoints(value).replace(" pts", "");
const pointsOnAxis = (value: number) =>
  value === 0 ? "0" : fixedText(value * 100, Number.isInteger(Math.round(value * 1e4) / 100) ? 0 : 1);
