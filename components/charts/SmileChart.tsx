"use client";

import { useMemo, useRef } from "react";
import { ChartLabel } from "./ChartLabel";
import { linePath, type Point, pixel } from "./curves";
import { PlotAxes } from "./PlotAxes";
import { SmileLegs } from "./SmileLegs";
import { SmileQuotes } from "./SmileQuotes";
import type { SmileLabels, SmileShape } from "./SmileShape";
import { SmileTable } from "./SmileTable";
import { smileFrame } from "./smileFrame";
import { smileMarks } from "./smileMarks";
import { ticks } from "./ticks";
import { useElementWidth } from "./useElementWidth";

export type SmileChartProps = {
  readonly shape: SmileShape;
  readonly labels: SmileLabels;
  /** One sentence for who does not see it. */
  readonly summary: string;
};

const WIDTH_BEFORE_MEASURING = 780;

/** Volatility against strike for one expiry: quotes, the fit through them, and where the vault's options lie. */
export function SmileChart({ shape, labels, summary }: SmileChartProps) {
  const figure = useRef<HTMLDivElement>(null);
  const width = useElementWidth(figure, WIDTH_BEFORE_MEASURING);
  const frame = useMemo(() => smileFrame(shape, width), [shape, width]);
  const marks = useMemo(() => smileMarks({ shape, frame }, labels), [shape, frame, labels]);
  const place = ([strike, value]: Point): Point => [frame.x.at(strike), frame.y.at(value)];
  const forwardX = pixel(frame.x.at(shape.forward));
  const yTicks = ticks(frame.y.invert(frame.bottom), frame.y.invert(frame.top), 5);
  const xTicks = ticks(shape.lo, shape.hi, frame.narrow ? 4 : 8).filter(
    (price) => frame.x.at(price) - frame.left >= 14 && frame.right - frame.x.at(price) >= 10,
  );
  return (
    <>
      <div ref={figure} className="plot-figure plot-figure-smile">
        <svg
          height={frame.height}
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          preserveAspectRatio="xMinYMin meet"
          role="img"
          aria-label={summary}
        >
          <PlotAxes
            frame={frame}
            xTicks={xTicks.map((value) => ({ value, text: labels.price(value) }))}
            yTicks={yTicks.map((value) => ({ value, text: labels.axis(value) }))}
          />
          <line
            x1={forwardX}
            x2={forwardX}
            y1={frame.top}
            y2={frame.bottom}
            stroke="var(--accent)"
            strokeDasharray="2 3"
          />
          <SmileQuotes frame={frame} shape={shape} />
          <path d={linePath(frame.fit.map(place))} fill="none" stroke="var(--text)" strokeWidth="1.75" />
          <path d={linePath(frame.model.map(place))} fill="none" stroke="var(--accent)" strokeWidth="1.75" />
          <SmileLegs frame={frame} shape={shape} />
          <ChartLabel label={marks.forward} className="chart-text-strong" fill="fill-accent" />
          {marks.legs.map((label) => (
            <ChartLabel key={label.text} label={label} className="chart-text chart-text-small" />
          ))}
          <ChartLabel label={marks.sale} className="chart-text chart-text-small" />
          <ChartLabel label={marks.fit} className="chart-text-strong" />
          <ChartLabel label={marks.model} className="chart-text-strong" fill="fill-accent" />
        </svg>
      </div>
      <SmileTable shape={shape} labels={labels} />
    </>
  );
}
