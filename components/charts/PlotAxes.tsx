import { pixel } from "./curves";
import type { PlotFrame } from "./plotFrame";

export type Tick = { readonly value: number; readonly text: string };

export type PlotAxesProps = {
  readonly frame: PlotFrame;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
};

/** Grid lines with their figures, and the axis under the plot with its own; zero stands out. */
export function PlotAxes({ frame, xTicks, yTicks }: PlotAxesProps) {
  const { left, right, bottom } = frame;
  return (
    <>
      {yTicks.map(({ value, text }) => {
        const y = pixel(frame.y.at(value));
        return (
          <g key={value}>
            <line x1={left} x2={right} y1={y} y2={y} className={value === 0 ? "chart-zero" : "chart-grid"} />
            <text x={left - 8} y={y + 4} textAnchor="end" className="axis-text">
              {text}
            </text>
          </g>
        );
      })}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--hairline-strong)" />
      {xTicks.map(({ value, text }) => (
        <text key={text} x={pixel(frame.x.at(value))} y={bottom + 17} textAnchor="middle" className="axis-text">
          {text}
        </text>
      ))}
    </>
  );
}
