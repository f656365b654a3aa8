import { type Point, pixel } from "./curves";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";
import { type Box, boxesTouch, type LabelSpot, labelBox, type PlacedLabel, placeLabel } from "./placeLabel";

/** Labels that stay while sliders move, and the boxes they take. */
export type StillMarks = {
  readonly spot: PlacedLabel;
  readonly breakevens: readonly PlacedLabel[];
  readonly strikes: readonly PlacedLabel[];
  readonly taken: readonly Box[];
};

/** The names of the two curves. */
export type CurveMarks = { readonly expiry: PlacedLabel | undefined; readonly today: PlacedLabel | undefined };

/** Shares of a curve at which its name is tried: the two curves begin on opposite sides. */
const LEFT_FIRST = [0.38, 0.62, 0.3, 0.7, 0.46, 0.54, 0.22, 0.78, 0.14, 0.86];
const RIGHT_FIRST = [0.64, 0.6, 0.68, 0.56, 0.36, 0.4, 0.74, 0.3, 0.8, 0.2, 0.88, 0.12];

type StillShape = Pick<PayoffShape, "asset" | "spot" | "lo" | "hi" | "expiry" | "strikes" | "breakevens">;
type Scene = { readonly shape: StillShape; readonly frame: PayoffFrame; readonly labels: PayoffLabels };

/** Where spot, breakevens and strikes are named: the important ones are placed first. */
export function stillMarks(scene: Scene): StillMarks {
  const { shape, frame, labels } = scene;
  const spotX = frame.x.at(shape.spot);
  const spotText = `${shape.asset} ${labels.spot(shape.spot)}`;
  const spot: PlacedLabel = { text: spotText, x: pixel(spotX), y: frame.top - 13, anchor: "middle" };
  const taken: Box[] = [labelBox(spot), { left: spotX - 3, right: spotX + 3, top: frame.top, bottom: frame.axis }];
  const keep = (text: string, places: readonly LabelSpot[]) => {
    const placed = placeLabel(text, places, (box) => isFree(frame, taken, box));
    if (placed) taken.push(labelBox(placed));
    return placed ?? [];
  };
  const breakevens = shape.breakevens.flatMap((price) =>
    keep(frame.narrow ? labels.price(price) : `breakeven ${labels.price(price)}`, breakevenPlaces(scene, price)),
  );
  const strikes = frame.narrow
    ? []
    : shape.strikes.flatMap((mark) => keep(mark.label, strikePlaces(frame, mark.strike)));
  taken.push({ left: frame.left, right: frame.right, top: frame.y.at(0) - 1, bottom: frame.y.at(0) + 1 });
  return { spot, breakevens, strikes, taken };
}

type CurveScene = {
  readonly frame: PayoffFrame;
  readonly today: readonly Point[];
  readonly todayLabel: string;
  readonly taken: readonly Box[];
};

/** Where the curves are named: where neither runs through the name. On a narrow chart the line above it has the names. */
export function curveMarks({ frame, today, todayLabel, taken }: CurveScene): CurveMarks {
  if (frame.narrow) return { expiry: undefined, today: undefined };
  const curves = [frame.expiry, today];
  const place = (text: string, places: readonly LabelSpot[], boxes: readonly Box[]) =>
    placeLabel(
      text,
      places,
      (box) => isFree(frame, boxes, box) && !curves.some((curve) => isInside(frame, curve, box)),
    );
  const expiry = place("At expiry", curvePlaces(frame, frame.expiry, LEFT_FIRST), taken);
  const boxes = expiry ? [...taken, labelBox(expiry)] : taken;
  return { expiry, today: place(todayLabel, curvePlaces(frame, today, RIGHT_FIRST), boxes) };
}

function isFree(frame: PayoffFrame, taken: readonly Box[], box: Box): boolean {
  if (box.left < frame.left - 8 || box.right > frame.width + 2) return false;
  return !taken.some((other) => boxesTouch(box, other));
}

/** Beside the crossing, on the side where the curve is below zero. */
function breakevenPlaces({ shape, frame }: Scene, price: number): readonly LabelSpot[] {
  const step = (shape.hi - shape.lo) / 500;
  const rising = shape.expiry(price - step) < shape.expiry(price + step);
  const x = frame.x.at(price);
  const y = pixel(frame.y.at(0) - 8);
  const before: LabelSpot = { x: pixel(x - 9), y, anchor: "end" };
  const after: LabelSpot = { x: pixel(x + 9), y, anchor: "start" };
  return rising ? [before, after] : [after, before];
}

function strikePlaces(frame: PayoffFrame, strike: number): readonly LabelSpot[] {
  const x = pixel(frame.x.at(strike));
  return [10, 25].flatMap((lift): readonly LabelSpot[] => {
    const y = frame.axis - lift;
    return [
      { x, y, anchor: "middle" },
      { x: x - 8, y, anchor: "end" },
      { x: x + 8, y, anchor: "start" },
    ];
  });
}

/** Just above or below the curve, at these shares of its length in turn. */
function curvePlaces(frame: PayoffFrame, points: readonly Point[], shares: readonly number[]): readonly LabelSpot[] {
  return shares.flatMap((share): readonly LabelSpot[] => {
    const point = points[Math.round(share * (points.length - 1))];
    if (point === undefined) return [];
    const x = pixel(frame.x.at(point[0]));
    const y = frame.y.at(point[1]);
    return [-10, 20].flatMap((shift): readonly LabelSpot[] => {
      const at = pixel(y + shift);
      return [
        { x, y: at, anchor: "middle" },
        { x: x - 4, y: at, anchor: "end" },
        { x: x + 4, y: at, anchor: "start" },
      ];
    });
  });
}

/** Whether a curve runs through a box. */
function isInside(frame: PayoffFrame, points: readonly Point[], box: Box): boolean {
  return points.some(([spot, result]) => {
    const x = frame.x.at(spot);
    if (x <= box.left || x >= box.right) return false;
    const y = frame.y.at(result);
    return y > box.top && y < box.bottom;
  });
}
