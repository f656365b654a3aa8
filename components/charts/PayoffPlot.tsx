import { memo, useId, useMemo } from "react";
import { ChartLabel } from "./ChartLabel";
import { linePath, type Point, pixel } from "./curves";
import { Hatch } from "./Hatch";
import { PayoffFront, type StillShape } from "./PayoffFront";
import { PayoffGround } from "./PayoffGround";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";
import { curveMarks, stillMarks } from "./payoffMarks";

export type PayoffPlotProps = {
  readonly frame: PayoffFrame;
  /** What no slider moves: the same object while they do. */
  readonly still: StillShape;
  /** The curve of today at the frame's prices, and its name. */
  readonly today: readonly Point[];
  readonly todayLabel: PayoffShape["todayLabel"];
  readonly todayAtSpot: number;
  readonly labels: PayoffLabels;
};

/** All of the drawing that does not follow the pointer. A slider draws anew the curve of today and the names of the curves alone. */
export const PayoffPlot = memo(function PayoffPlot(props: PayoffPlotProps) {
  const { frame, still, today, todayLabel, todayAtSpot, labels } = props;
  const hatchId = useId();
  const marks = useMemo(() => stillMarks({ shape: still, frame, labels }), [still, frame, labels]);
  const names = curveMarks({ frame, today, todayLabel, taken: marks.taken });
  const place = ([spot, result]: Point): Point => [frame.x.at(spot), frame.y.at(result)];
  return (
    <>
      <defs>
        <Hatch id={hatchId} ground={0.1} />
      </defs>
      <PayoffGround frame={frame} hatchId={hatchId} axisText={labels.axis} />
      <path d={linePath(today.map(place))} fill="none" stroke="var(--chart-today)" strokeWidth="1.75" />
      <PayoffFront frame={frame} shape={still} labels={labels} marks={marks} hatchId={hatchId} />
      <circle
        cx={pixel(frame.x.at(still.spot))}
        cy={pixel(frame.y.at(todayAtSpot))}
        r="4"
        fill="var(--accent)"
        stroke="var(--bg)"
        strokeWidth="2"
      />
      <ChartLabel label={names.expiry} className="chart-text-strong" />
      <ChartLabel label={names.today} className="chart-text-strong" fill="fill-accent" />
    </>
  );
});
