"use client";

import { useMemo } from "react";
import { ChartLabel } from "./ChartLabel";
import { pixel } from "./curves";
import { HatchedFigure, type HatchedPlot } from "./HatchedFigure";
import {
  HISTOGRAM_HEIGHT,
  type HistogramBin,
  type HistogramLabels,
  type HistogramMark,
  histogramFrame,
} from "./histogramFrame";
import { LossHistogramTable } from "./LossHistogramTable";

export type LossHistogramProps = {
  /** Ascending, side by side, each as wide. */
  readonly bins: readonly HistogramBin[];
  /** How many scenarios lie outside of the picture, on either side. */
  readonly beyond: { readonly below: number; readonly above: number };
  /** Bins below this are the tail that the shortfall averages: hatched. */
  readonly tailBelow: number;
  readonly marks: readonly HistogramMark[];
  readonly labels: HistogramLabels;
  /** One sentence for who does not see it. */
  readonly summary: string;
};

const WIDTH_BEFORE_MEASURING = 668;
const GAP = 0.75;

/** How often each result came out, losses in vermilion left of zero with the tail hatched, gains in teal; marks stand over the bars. */
export function LossHistogram({ summary, ...picture }: LossHistogramProps) {
  const { bins, beyond, labels } = picture;
  return (
    <>
      <HatchedFigure
        height={HISTOGRAM_HEIGHT}
        initialWidth={WIDTH_BEFORE_MEASURING}
        ground={0.3}
        summary={summary}
        className="plot-figure-histogram"
      >
        {(plot) => <Picture {...picture} plot={plot} />}
      </HatchedFigure>
      <LossHistogramTable bins={bins} beyond={beyond} labels={labels} />
    </>
  );
}

type PictureProps = Omit<LossHistogramProps, "summary" | "beyond"> & { readonly plot: HatchedPlot };

function Picture({ bins, tailBelow, marks, labels, plot: { width, hatch } }: PictureProps) {
  const frame = useMemo(() => histogramFrame({ bins, marks, labels, width }), [bins, marks, labels, width]);
  const { x, y, bottom } = frame;
  return (
    <>
      {bins.map(({ from, to, count }) => {
        const middle = (from + to) / 2;
        const top = pixel(y.at(count));
        return (
          <rect
            key={from}
            x={pixel(x.at(from) + GAP)}
            width={Math.max(0.5, pixel(x.at(to) - x.at(from) - 2 * GAP))}
            y={top}
            height={Math.max(0, pixel(bottom - top))}
            {...(middle < tailBelow
              ? { fill: hatch, stroke: "var(--loss)", strokeWidth: 0.75 }
              : { fill: middle < 0 ? "var(--loss)" : "var(--profit)", opacity: 0.42 })}
          />
        );
      })}
      <line x1={frame.left} x2={frame.right} y1={bottom} y2={bottom} className="chart-zero" />
      {frame.ticks.map(({ value, text }) => (
        <text key={value} x={pixel(x.at(value))} y={bottom + 18} textAnchor="middle" className="axis-text">
          {text}
        </text>
      ))}
      {frame.marks.map(({ mark, top, label, value }) => (
        <g key={mark.name}>
          <line
            x1={pixel(x.at(mark.value))}
            x2={pixel(x.at(mark.value))}
            y1={top}
            y2={bottom}
            stroke="var(--text)"
            strokeWidth="1.25"
            strokeDasharray={mark.isMean ? undefined : "3 2"}
          />
          <ChartLabel label={label} className="chart-text-strong" />
          <ChartLabel label={value} className="chart-text" />
        </g>
      ))}
      <ChartLabel label={frame.lossHead} className="chart-text" fill="fill-loss" />
      <ChartLabel label={frame.gainHead} className="chart-text" fill="fill-profit" />
    </>
  );
}
