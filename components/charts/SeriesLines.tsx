import { linePath, pixel } from "./curves";
import type { PlotFrame } from "./plotFrame";
import type { Series } from "./Series";
import { pixelOf } from "./seriesMarks";

export type SeriesLinesProps = { readonly frame: PlotFrame; readonly series: readonly Series[] };

/** Lines with more points than this carry no dots. */
const MOST_DOTS = 24;

/** The lines and points of all series. */
export function SeriesLines({ frame, series }: SeriesLinesProps) {
  return series.map(({ name, look, isLive, points }) => {
    const ink = isLive ? "var(--accent)" : look === "line" ? "var(--text)" : "var(--text-2)";
    const places = points.map((point) => pixelOf(frame, point));
    const hasDots = look === "points" || points.length <= MOST_DOTS;
    return (
      <g key={name}>
        {look === "points" ? null : (
          <path
            d={linePath(places)}
            fill="none"
            stroke={ink}
            strokeWidth="1.75"
            strokeLinejoin="round"
            strokeDasharray={look === "dashed" ? "4 3" : undefined}
          />
        )}
        {hasDots
          ? places.map(([x, y], index) => {
              const isMarked = points[index]?.isMarked ?? false;
              return (
                <circle
                  key={points[index]?.at}
                  cx={pixel(x)}
                  cy={pixel(y)}
                  r={isMarked ? 4.5 : 3}
                  fill={look === "points" ? "var(--bg)" : ink}
                  stroke={isMarked ? "var(--accent)" : ink}
                  strokeWidth={isMarked ? 2 : 1.5}
                />
              );
            })
          : null}
      </g>
    );
  });
}
