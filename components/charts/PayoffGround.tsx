import { memo } from "react";
import { type Point, pixel, signedAreas } from "./curves";
import type { PayoffFrame } from "./payoffFrame";
import { ticks } from "./ticks";

export type PayoffGroundProps = {
  readonly frame: PayoffFrame;
  readonly hatchId: string;
  readonly axisText: (result: number) => string;
};

/** Behind everything: the grid, and where the expiry gains and loses. */
export const PayoffGround = memo(function PayoffGround({ frame, hatchId, axisText }: PayoffGroundProps) {
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
    </>
  );
});
