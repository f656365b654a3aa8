import { linePath, type Point, pixel, signedAreas } from "./curves";
import type { PayoffFrame } from "./payoffFrame";
import { ticks } from "./ticks";

export type PayoffCurvesProps = {
  readonly frame: PayoffFrame;
  readonly hatchId: string;
  readonly axisText: (result: number) => string;
};

/** The grid, the areas of gain and loss, and the two curves. */
export function PayoffCurves({ frame, hatchId, axisText }: PayoffCurvesProps) {
  const place = ([spot, result]: Point): Point => [frame.x.at(spot), frame.y.at(result)];
  const areas = signedAreas(frame.expiry, place);
  return (
    <>
      {ticks(frame.y.invert(frame.axis - 8), frame.y.invert(frame.top), 5).map((result) => {
        const y = pixel(frame.y.at(result));
        return (
          <g key={result}>
            <line
              x1={frame.left}
              x2={frame.right}
              y1={y}
              y2={y}
              className={result === 0 ? "chart-zero" : "chart-grid"}
            />
            <text x={frame.left - 8} y={y + 4} textAnchor="end" className="axis-text">
              {axisText(result)}
            </text>
          </g>
        );
      })}
      <path d={areas.gain} fill="var(--profit)" opacity="0.16" />
      <path d={areas.loss} fill={`url(#${hatchId})`} />
      <path d={linePath(frame.today.map(place))} fill="none" stroke="var(--chart-today)" strokeWidth="1.75" />
      <path
        d={linePath(frame.expiry.map(place))}
        fill="none"
        stroke="var(--chart-expiry)"
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </>
  );
}
