"use client";

import { useMemo, useRef } from "react";
import { ChartLabel } from "./ChartLabel";
import { PlotAxes, type Tick } from "./PlotAxes";
import { type PlotFrame, paddedRange, plotFrame } from "./plotFrame";
import type { Series } from "./Series";
import { SeriesLines } from "./SeriesLines";
import { SeriesTable } from "./SeriesTable";
import { seriesMarks } from "./seriesMarks";
import { ticks } from "./ticks";
import { useElementWidth } from "./useElementWidth";

export type SeriesChartProps = {
  readonly series: readonly Series[];
  /** Along the axis, ascending; where two would touch, or one the edge, it is left out. */
  readonly xTicks: readonly Tick[];
  readonly valueText: (value: number) => string;
  /** The same at a point, shorter where the name already has the unit. */
  readonly pointText?: ((value: number) => string) | undefined;
  readonly axisText: (value: number) => string;
  /** One sentence for who does not see it. */
  readonly summary: string;
  readonly table: { readonly summary: string; readonly caption: string; readonly head: string };
  /** The zero line belongs to the picture. */
  readonly hasZero?: boolean | undefined;
};

const WIDTH_BEFORE_MEASURING = 440;
const HEIGHT = 208;
const FOOT = 26;
/** Geist at 11 px is on average 5.9 px a character; and the gap beside it. */
const CHARACTER_PX = 5.9;
const GAP_PX = 10;

/** Readings over time or over expiries as lines and points, each named where it ends; redrawn at the width it is given. */
export function SeriesChart(props: SeriesChartProps) {
  const { series, xTicks, valueText, pointText = valueText, axisText, summary, table, hasZero } = props;
  const figure = useRef<HTMLDivElement>(null);
  const width = useElementWidth(figure, WIDTH_BEFORE_MEASURING);
  const frame = useMemo(() => seriesFrame(series, width, hasZero ?? false), [series, width, hasZero]);
  const labels = useMemo(
    () => seriesMarks({ series, frame, valueText, pointText }),
    [series, frame, valueText, pointText],
  );
  const yTicks = ticks(frame.y.invert(frame.bottom), frame.y.invert(frame.top), 4);
  return (
    <>
      <div ref={figure} className="plot-figure plot-figure-series">
        <svg
          height={frame.height}
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          preserveAspectRatio="xMinYMin meet"
          role="img"
          aria-label={summary}
        >
          <PlotAxes
            frame={frame}
            xTicks={apart(xTicks, frame)}
            yTicks={yTicks.map((value) => ({ value, text: axisText(value) }))}
          />
          <SeriesLines frame={frame} series={series} />
          {labels.map((label) => (
            <ChartLabel
              key={`${label.text} ${label.x}`}
              label={label}
              className={label.isName ? "chart-text-strong" : "chart-text chart-text-small"}
              fill={label.isLive ? "fill-accent" : undefined}
            />
          ))}
        </svg>
      </div>
      <SeriesTable series={series} valueText={valueText} {...table} />
    </>
  );
}

function seriesFrame(series: readonly Series[], width: number, hasZero: boolean) {
  const points = series.flatMap((one) => one.points);
  const values = points.map(({ value }) => value);
  return plotFrame({
    width,
    height: HEIGHT,
    foot: FOOT,
    xDomain: paddedRange(
      points.map(({ at }) => at),
      0.04,
    ),
    yDomain: paddedRange(hasZero ? [0, ...values] : values, 0.28),
  });
}

/** The ticks that touch neither each other nor the edge. */
function apart(all: readonly Tick[], { x, width }: PlotFrame): readonly Tick[] {
  const kept: Tick[] = [];
  let free = 0;
  for (const tick of all) {
    const half = (tick.text.length * CHARACTER_PX) / 2;
    const middle = x.at(tick.value);
    if (middle - half < free || middle + half > width) continue;
    kept.push(tick);
    free = middle + half + GAP_PX;
  }
  return kept;
}
