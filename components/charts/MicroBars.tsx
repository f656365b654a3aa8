import { useId } from "react";
import { pixel } from "./curves";
import { Hatch } from "./Hatch";

export type MicroBar = {
  /** A fraction: 0.0116 is +1.16 %. */
  readonly result: number;
  /** Shown on hover: "Epoch 46: +1.21%". */
  readonly title: string;
};

export type MicroBarsProps = {
  /** Oldest first; the newest twelve are drawn, right-aligned. */
  readonly bars: readonly MicroBar[];
  readonly label: string;
};

const SLOTS = 12;
const LIMIT = 0.05;
const BAR = 6;
const PITCH = 8;
const WIDTH = SLOTS * PITCH - 2;
const HALF = 22;

/** Results of past epochs on one fixed scale of ±5 %, losses hatched and below the line, at least 2 px each. */
export function MicroBars({ bars, label }: MicroBarsProps) {
  const id = useId();
  const shown = bars.slice(-SLOTS);
  const offset = SLOTS - shown.length;
  return (
    <svg className="flex-none" width={WIDTH} height="46" viewBox={`0 0 ${WIDTH} 46`} role="img" aria-label={label}>
      <defs>
        <Hatch id={id} ground={0.35} />
      </defs>
      <line x1="0" x2={WIDTH} y1={HALF} y2={HALF} stroke="var(--hairline-strong)" />
      {shown.map(({ result, title }, index) => {
        const height = pixel(Math.max(2, (Math.min(LIMIT, Math.abs(result)) / LIMIT) * HALF));
        const x = (offset + index) * PITCH;
        return result < 0 ? (
          <rect
            key={title}
            x={x}
            y={HALF + 1}
            width={BAR}
            height={height}
            fill={`url(#${id})`}
            stroke="var(--loss)"
            strokeWidth="0.75"
          >
            <title>{title}</title>
          </rect>
        ) : (
          <rect key={title} x={x} y={HALF - height} width={BAR} height={height} fill="var(--profit)">
            <title>{title}</title>
          </rect>
        );
      })}
    </svg>
  );
}
