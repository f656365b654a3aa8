import type { Point } from "./curves";
import { type Box, boxesTouch, type LabelSpot, labelBox, type PlacedLabel, placeLabel } from "./placeLabel";

export type LabelRoom = {
  /** Labels stay between these pixels. */
  readonly left: number;
  readonly right: number;
  /** Lines in pixels that a label does not cover. */
  readonly curves: readonly (readonly Point[])[];
};

export type LabelPlacer = {
  /** The first free of these places, which is then taken; none when all are. */
  readonly place: (text: string, places: readonly LabelSpot[]) => PlacedLabel | undefined;
  readonly block: (box: Box) => void;
};

/** Pixels between two looks at a line. */
const STEP = 4;

/** Puts labels where they touch neither each other nor a line; the important ones are to be placed first. */
export function labelPlacer({ left, right, curves }: LabelRoom): LabelPlacer {
  const taken: Box[] = [];
  const dots = curves.flatMap(denseLine);
  const isFree = (box: Box) =>
    box.left >= left &&
    box.right <= right &&
    !taken.some((other) => boxesTouch(box, other)) &&
    !dots.some(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  return {
    place: (text, places) => {
      const placed = placeLabel(text, places, isFree);
      if (placed) taken.push(labelBox(placed));
      return placed;
    },
    block: (box) => taken.push(box),
  };
}

/** The places around a point, nearest first: over it, under it, then beside it. */
export function placesAround([x, y]: Point, anchors: readonly LabelSpot["anchor"][]): readonly LabelSpot[] {
  return [-10, 20, -24, 34, -38, 48].flatMap((shift) => anchors.map((anchor) => ({ x, y: y + shift, anchor })));
}

function denseLine(points: readonly Point[]): readonly Point[] {
  return points.flatMap(([x, y], index): readonly Point[] => {
    const next = points[index + 1];
    if (next === undefined) return [[x, y]];
    const count = Math.max(1, Math.ceil(Math.hypot(next[0] - x, next[1] - y) / STEP));
    return Array.from({ length: count }, (_, step): Point => {
      const share = step / count;
      return [x + (next[0] - x) * share, y + (next[1] - y) * share];
    });
  });
}
