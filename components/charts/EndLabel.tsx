import { classNames } from "@/components/ui/classNames";
import type { PerformanceSeries } from "./PerformanceSeries";

/** What recharts says about a point of a line. */
export type Dot = { readonly cx?: number | undefined; readonly cy?: number | undefined; readonly index: number };

export type EndLabelProps = {
  readonly dot: Dot;
  readonly last: number;
  readonly series: PerformanceSeries;
  readonly shift: number;
  readonly narrow: boolean;
  readonly own?: boolean | undefined;
};

/** The name of a line and its change, written at its last point. */
export function EndLabel({ dot, last, series, shift, narrow, own }: EndLabelProps) {
  if (dot.index !== last || dot.cx === undefined || dot.cy === undefined) return null;
  const x = dot.cx + 8;
  const y = dot.cy + 4 + shift;
  return (
    <text x={x} y={y} className={classNames(own ? "chart-text-strong fill-accent" : "chart-text")}>
      {narrow ? series.shortName : series.name} {series.change}
      {narrow ? null : (
        <tspan x={x} dy="15" className="axis-text">
          {series.note}
        </tspan>
      )}
    </text>
  );
}
