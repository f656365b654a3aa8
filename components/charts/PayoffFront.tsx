import { memo } from "react";
import { ChartLabel } from "./ChartLabel";
import { linePath, type Point, pixel } from "./curves";
import { PayoffAxis } from "./PayoffAxis";
import { PayoffOdds } from "./PayoffOdds";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";
import type { StillMarks } from "./payoffMarks";

/** What of a shape no slider moves. */
export type StillShape = Omit<PayoffShape, "today" | "todayLabel">;

export type PayoffFrontProps = {
  readonly frame: PayoffFrame;
  readonly shape: StillShape;
  readonly labels: PayoffLabels;
  readonly marks: StillMarks;
  readonly hatchId: string;
};

/** Over the grid: the payoff at expiry, the axis, the odds, and what is named on them. */
export const PayoffFront = memo(function PayoffFront({ frame, shape, labels, marks, hatchId }: PayoffFrontProps) {
  const spotX = pixel(frame.x.at(shape.spot));
  const place = ([spot, result]: Point): Point => [frame.x.at(spot), frame.y.at(result)];
  return (
    <>
      <path
        d={linePath(frame.expiry.map(place))}
        fill="none"
        stroke="var(--chart-expiry)"
        strokeWidth="2"
        strokeLinejoin="round"
      />
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
    </>
  );
});
