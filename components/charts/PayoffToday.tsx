import { memo } from "react";
import { ChartLabel } from "./ChartLabel";
import { linePath, type Point, pixel } from "./curves";
import type { PayoffFrame } from "./payoffFrame";
import { curveMarks, type StillMarks } from "./payoffMarks";

export type PayoffTodayProps = {
  readonly frame: PayoffFrame;
  /** The curve at the frame's prices, its name, and its result at spot. */
  readonly today: readonly Point[];
  readonly todayLabel: string;
  readonly spot: number;
  readonly atSpot: number;
  readonly taken: StillMarks["taken"];
};

/** What a slider moves: the curve of today, its dot at spot, and the names of the two curves, which keep out of its way. */
export const PayoffToday = memo(function PayoffToday(props: PayoffTodayProps) {
  const { frame, today, todayLabel, spot, atSpot, taken } = props;
  const names = curveMarks({ frame, today, todayLabel, taken });
  const place = ([price, result]: Point): Point => [frame.x.at(price), frame.y.at(result)];
  const [spotX, spotY] = place([spot, atSpot]);
  return (
    <>
      <path d={linePath(today.map(place))} fill="none" stroke="var(--chart-today)" strokeWidth="1.75" />
      <circle cx={pixel(spotX)} cy={pixel(spotY)} r="4" fill="var(--accent)" stroke="var(--bg)" strokeWidth="2" />
      <ChartLabel label={names.expiry} className="chart-text-strong" />
      <ChartLabel label={names.today} className="chart-text-strong" fill="fill-accent" />
    </>
  );
});
