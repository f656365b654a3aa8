import { type Point, pixel } from "./curves";
import { labelPlacer, placesAround } from "./labelPlacer";
import type { LabelSpot, PlacedLabel } from "./placeLabel";
import type { SmileLabels, SmileShape } from "./SmileShape";
import type { SmileFrame } from "./smileFrame";

export type SmileMarks = {
  readonly forward: PlacedLabel | undefined;
  readonly legs: readonly PlacedLabel[];
  /** What the rings are. */
  readonly sale: PlacedLabel | undefined;
  readonly fit: PlacedLabel | undefined;
  readonly model: PlacedLabel | undefined;
};

/** Shares of a line at which its name is tried: the wings first, where the two lines part. */
const SHARES = [0.12, 0.88, 0.2, 0.8, 0.06, 0.94, 0.3, 0.7, 0.5];

/** Half the side of the square that a ring keeps free. */
const RING = 6;

/** Where each label stands: forward, legs, then the names of the lines. */
export function smileMarks(
  scene: { readonly shape: SmileShape; readonly frame: SmileFrame },
  labels: SmileLabels,
): SmileMarks {
  const { shape, frame } = scene;
  const toPixels = ([strike, value]: Point): Point => [frame.x.at(strike), frame.y.at(value)];
  const quotes = shape.quotes.map(({ strike, bid, ask, mid }): readonly Point[] =>
    [bid, mid, ask].flatMap((value) => (value === null ? [] : [toPixels([strike, value])])),
  );
  const placer = labelPlacer({
    left: frame.left - 2,
    right: frame.width + 2,
    curves: [frame.fit.map(toPixels), frame.model.map(toPixels), ...quotes],
  });
  const rings = shape.legs.flatMap(({ strike, atSale }) => (atSale === null ? [] : [toPixels([strike, atSale])]));
  for (const [x, y] of rings) placer.block({ left: x - RING, right: x + RING, top: y - RING, bottom: y + RING });
  const x = pixel(frame.x.at(shape.forward));
  const forward = placer.place(`forward ${labels.price(shape.forward)}`, [
    { x, y: frame.top - 4, anchor: "middle" },
    { x: frame.right, y: frame.top - 4, anchor: "end" },
  ]);
  const legs = frame.narrow
    ? []
    : shape.legs.flatMap((leg) => placer.place(leg.label, legPlaces(frame, leg.strike)) ?? []);
  const name = (text: string, points: readonly Point[], isAbove: boolean) =>
    placer.place(
      text,
      SHARES.flatMap((share) => {
        const point = points[Math.round(share * (points.length - 1))];
        if (point === undefined) return [];
        const around = placesAround(toPixels(point), share < 0.5 ? ["start", "middle"] : ["end", "middle"]);
        return isAbove ? around : around.toReversed();
      }),
    );
  const sale = placer.place(
    shape.ringName ?? "at the sale",
    rings.flatMap((ring) => placesAround(ring, ["middle", "start", "end"])),
  );
  return {
    forward,
    legs,
    sale,
    fit: frame.fit.length > 0 ? name("Market’s smile", frame.fit, true) : undefined,
    model: shape.model ? name(shape.model.name, frame.model, false) : undefined,
  };
}

function legPlaces(frame: SmileFrame, strike: number): readonly LabelSpot[] {
  const x = pixel(frame.x.at(strike));
  return [10, 25].flatMap((lift): readonly LabelSpot[] => {
    const y = frame.bottom - lift;
    return [
      { x, y, anchor: "middle" },
      { x: x - 8, y, anchor: "end" },
      { x: x + 8, y, anchor: "start" },
    ];
  });
}
