import type { Point } from "./curves";
import { type LabelPlacer, labelPlacer, placesAround } from "./labelPlacer";
import type { PlacedLabel } from "./placeLabel";
import type { PlotFrame } from "./plotFrame";
import type { Series, SeriesPoint } from "./Series";

export type SeriesLabel = PlacedLabel & { readonly isName: boolean; readonly isLive: boolean };

type Scene = {
  readonly series: readonly Series[];
  readonly frame: PlotFrame;
  readonly valueText: (value: number) => string;
  /** The same at a point, where the unit is known. */
  readonly pointText: (value: number) => string;
};

/** Half the side of the square that a dot keeps free. */
const DOT = 4;
/** Of the places around a point, those right over and right under it. */
const BESIDE = 6;

/** Where names and values stand: the names first, then marked values, then the others while there is room. */
export function seriesMarks({ series, frame, valueText, pointText }: Scene): readonly SeriesLabel[] {
  const pixels = series.map(({ points }) => points.map((point) => pixelOf(frame, point)));
  const placer = labelPlacer({
    left: frame.left - 4,
    right: frame.width,
    curves: pixels.filter((_, index) => series[index]?.look !== "points"),
  });
  const zero = frame.y.at(0);
  if (zero >= frame.top && zero <= frame.bottom) {
    placer.block({ left: frame.left, right: frame.right, top: zero - 1, bottom: zero + 1 });
  }
  for (const [x, y] of pixels.flat()) placer.block({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT });
  const labels: SeriesLabel[] = [];
  const keep = (label: PlacedLabel | undefined, of: Series, isName: boolean) => {
    if (label) labels.push({ ...label, isName, isLive: of.isLive ?? false });
  };
  series.forEach((one, index) => {
    const last = one.points.at(-1);
    if (last)
      keep(placedName(placer, { of: one, value: valueText(last.value), points: pixels[index] ?? [] }), one, true);
  });
  for (const marked of [true, false]) {
    series.forEach((one, index) => {
      if (!one.hasValues) return;
      one.points.slice(0, -1).forEach((point, at) => {
        const place = pixels[index]?.[at];
        if (place === undefined || (point.isMarked ?? false) !== marked) return;
        keep(placer.place(pointText(point.value), placesAround(place, ["middle"]).slice(0, 2)), one, false);
      });
    });
  }
  return labels;
}

type Named = { readonly of: Series; readonly value: string; readonly points: readonly Point[] };

/** A name that would stand nearer to another line's point than to its own reads as that one's: the short name then comes first. */
function placedName(placer: LabelPlacer, { of, value, points }: Named): PlacedLabel | undefined {
  const last = points.at(-1);
  const name = `${of.name} ${value}`;
  if (of.shortName === undefined || last === undefined) return placer.place(name, namePlaces(points));
  const beside = placesAround(last, ["end", "middle", "start"]).slice(0, BESIDE);
  return (
    placer.place(name, beside) ??
    placer.place(`${of.shortName} ${value}`, beside) ??
    placer.place(name, namePlaces(points))
  );
}

/** At the last point to the left of it, then at points before it, then beyond the first. */
function namePlaces(points: readonly Point[]) {
  const last = points.at(-1);
  const middle = points[Math.floor(points.length / 2)];
  const first = points[0];
  return [
    ...(last ? placesAround(last, ["end", "middle"]) : []),
    ...(middle ? placesAround(middle, ["middle", "start", "end"]) : []),
    ...(first ? placesAround(first, ["start"]) : []),
  ];
}

/** A reading in pixels. */
export function pixelOf(frame: PlotFrame, { at, value }: SeriesPoint): Point {
  return [frame.x.at(at), frame.y.at(value)];
}
