"use client";

import { useRef } from "react";
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from "recharts";
import { EndLabel } from "./EndLabel";
import { LossMark } from "./LossMark";
import type { PerformancePoint } from "./PerformancePoint";
import type { PerformanceSeries } from "./PerformanceSeries";
import { PerformanceTable } from "./PerformanceTable";
import { performanceRange } from "./performanceRange";
import { ticks } from "./ticks";
import { useElementWidth } from "./useElementWidth";

export type EpochPerformanceChartProps = {
  readonly points: readonly PerformancePoint[];
  readonly vault: PerformanceSeries;
  readonly holding: PerformanceSeries;
  /** In what both are counted: "US dollars", "ETH". */
  readonly unitName: string;
  readonly summary: string;
};

const AXIS = { fill: "var(--chart-axis)", fontSize: 11 } as const;
const NARROW = 480;
const TOP = 16;
/** The dates under the plot. */
const AXIS_HEIGHT = 30;
/** Two end labels nearer than this, in index points per pixel of height, would touch. */
const LABEL_PX = 34;

/** The vault against holding its asset, both indexed to 100. Loads recharts: bring it in with `lazy`. */
export function EpochPerformanceChart({ points, vault, holding, unitName, summary }: EpochPerformanceChartProps) {
  const figure = useRef<HTMLDivElement>(null);
  const width = useElementWidth(figure, 0);
  const narrow = width < NARROW;
  const height = narrow ? 220 : 372;
  const { lo, hi } = performanceRange({ points, plotHeight: height - TOP - AXIS_HEIGHT });
  const last = points.length - 1;
  const shift = labelShift({ points, lo, hi, height });
  return (
    <>
      <div ref={figure} className="performance-figure" role="img" aria-label={summary}>
        {width === 0 ? null : (
          <LineChart
            data={[...points]}
            width={width}
            height={height}
            accessibilityLayer={false}
            margin={{ top: TOP, right: narrow ? 92 : 136, bottom: 0, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <ReferenceLine y={100} stroke="var(--control-line)" />
            <XAxis
              dataKey="date"
              height={AXIS_HEIGHT}
              tick={AXIS}
              tickLine={false}
              axisLine={false}
              interval="equidistantPreserveStart"
              minTickGap={narrow ? 24 : 40}
            />
            <YAxis
              width={34}
              domain={[lo, hi]}
              ticks={[...ticks(lo, hi, 4)]}
              tick={AXIS}
              tickLine={false}
              axisLine={false}
            />
            <Line
              dataKey="holding"
              type="linear"
              stroke="var(--chart-hold)"
              strokeWidth={1.5}
              strokeDasharray="4 3"
              dot={(dot) => (
                <EndLabel key={dot.index} dot={dot} last={last} series={holding} shift={-shift} narrow={narrow} />
              )}
              isAnimationActive={false}
            />
            <Line
              dataKey="vault"
              type="linear"
              stroke="var(--accent)"
              strokeWidth={2}
              dot={(dot) => (
                <g key={dot.index}>
                  <LossMark dot={dot} loss={points[dot.index]?.loss} />
                  <EndLabel dot={dot} last={last} series={vault} shift={shift} narrow={narrow} own />
                </g>
              )}
              isAnimationActive={false}
            />
          </LineChart>
        )}
      </div>
      <PerformanceTable points={points} vaultName={vault.name} holdingName={holding.name} unitName={unitName} />
    </>
  );
}

type LabelEnds = {
  readonly points: readonly PerformancePoint[];
  readonly lo: number;
  readonly hi: number;
  readonly height: number;
};

/** How far the vault's end label moves (the other moves the opposite way) so that the two do not touch. */
function labelShift({ points, lo, hi, height }: LabelEnds): number {
  const end = points.at(-1);
  if (end === undefined || end.vault === null || end.holding === null || hi === lo) return 0;
  const apart = ((end.holding - end.vault) / (hi - lo)) * height;
  if (Math.abs(apart) >= LABEL_PX) return 0;
  return ((LABEL_PX - Math.abs(apart)) / 2) * (apart >= 0 ? 1 : -1);
}
