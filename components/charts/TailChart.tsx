"use client";

import { useMemo } from "react";
import { ChartLabel } from "./ChartLabel";
import { linePath, pixel } from "./curves";
import { HatchedFigure } from "./HatchedFigure";
import { PlotAxes } from "./PlotAxes";
import type { TailLabels, TailShape } from "./TailShape";
import { TailTable } from "./TailTable";
import { TAIL_HEIGHT, tailFrame } from "./tailFrame";

export type TailChartProps = {
  readonly shape: TailShape;
  readonly labels: TailLabels;
  /** One sentence for who does not see it. */
  readonly summary: string;
};

const WIDTH_BEFORE_MEASURING = 668;

/** The worst losses as points and the law fitted to them as a line: how rare a loss beyond each amount is, on a scale of powers of ten. */
export function TailChart({ shape, labels, summary }: TailChartProps) {
  return (
    <>
      <HatchedFigure
        height={TAIL_HEIGHT}
        initialWidth={WIDTH_BEFORE_MEASURING}
        ground={0}
        summary={summary}
        className="plot-figure-tail"
      >
        {({ width }) => <Picture shape={shape} labels={labels} width={width} />}
      </HatchedFigure>
      <TailTable shape={shape} labels={labels} />
    </>
  );
}

type PictureProps = Omit<TailChartProps, "summary"> & { readonly width: number };

function Picture({ shape, labels, width }: PictureProps) {
  const tail = useMemo(() => tailFrame(shape, labels, width), [shape, labels, width]);
  return (
    <>
      <PlotAxes frame={tail.frame} xTicks={tail.xTicks} yTicks={tail.yTicks} />
      {tail.points.map(([x, y]) => (
        <circle key={x} cx={pixel(x)} cy={pixel(y)} r="2.5" fill="var(--bg)" stroke="var(--loss)" strokeWidth="1.25" />
      ))}
      <path d={linePath(tail.law)} fill="none" stroke="var(--text)" strokeWidth="1.75" />
      <ChartLabel label={tail.pointsLabel} className="chart-text" fill="fill-loss" />
      <ChartLabel label={tail.lawLabel} className="chart-text-strong" />
    </>
  );
}
