import { memo, useId } from "react";
import { ChartLabel } from "./ChartLabel";
import { pixel } from "./curves";
import { Hatch } from "./Hatch";
import { PayoffAxis } from "./PayoffAxis";
import { PayoffCurves } from "./PayoffCurves";
import { PayoffOdds } from "./PayoffOdds";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";
import { payoffMarks } from "./payoffMarks";

export type PayoffPlotProps = {
  readonly frame: PayoffFrame;
  readonly shape: PayoffShape;
  readonly labels: PayoffLabels;
};

/** All of the drawing that does not follow the pointer. */
export const PayoffPlot = memo(function PayoffPlot({ frame, shape, labels }: PayoffPlotProps) {
  const hatchId = useId();
  const marks = payoffMarks({ shape, frame, labels });
  const spotX = pixel(frame.x.at(shape.spot));
  return (
    <>
      <defs>
        <Hatch id={hatchId} ground={0.1} />
      </defs>
      <PayoffCurves frame={frame} hatchId={hatchId} axisText={labels.axis} />
      <PayoffAxis frame={frame} shape={shape} labels={labels} />
      <PayoffOdds frame={frame} shape={shape} labels={labels} hatchId={hatchId} />
      <line
        x1={spotX}
        x2={spotX}
        y1={frame.top - 8}
        y2={shape.odds ? frame.oddsTop + frame.oddsHeight - 6 : frame.axis}
        stroke="var(--accent)"
        strokeDasharray="2 3"
      />
      <circle
        cx={spotX}
        cy={pixel(frame.y.at(shape.today(shape.spot)))}
        r="4"
        fill="var(--accent)"
        stroke="var(--bg)"
        strokeWidth="2"
      />
      {shape.breakevens.map((price) => (
        <circle
          key={price}
          cx={pixel(frame.x.at(price))}
          cy={pixel(frame.y.at(0))}
          r="4"
          fill="var(--bg)"
          stroke="var(--text)"
          strokeWidth="1.5"
        />
      ))}
      <ChartLabel label={marks.spot} className="chart-text-strong" fill="fill-accent" />
      {marks.breakevens.map((label) => (
        <ChartLabel key={label.text} label={label} className="chart-text-strong" />
      ))}
      {marks.strikes.map((label) => (
        <ChartLabel key={label.text} label={label} className="chart-text chart-text-small" />
      ))}
      <ChartLabel label={marks.expiry} className="chart-text-strong" />
      <ChartLabel label={marks.today} className="chart-text-strong" fill="fill-accent" />
    </>
  );
});
