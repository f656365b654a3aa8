import type { Point } from "./curves";
import type { Tick } from "./PlotAxes";
import type { PlacedLabel } from "./placeLabel";
import { type PlotFrame, plotFrame } from "./plotFrame";
import type { TailLabels, TailPlace, TailShape } from "./TailShape";
import { ticks } from "./ticks";

export type TailFrame = {
  readonly frame: PlotFrame;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly points: readonly Point[];
  readonly law: readonly Point[];
  readonly pointsLabel: PlacedLabel | undefined;
  readonly lawLabel: PlacedLabel | undefined;
};

/** Of the picture, at every width. */
export const TAIL_HEIGHT = 240;
const FOOT = 26;
/** Above the first share and below the last, in powers of ten. */
const ROOM = 0.2;
const EDGE = 18;

/** Places losses across and shares down, each power of ten as far: a law whose tail is exponential is then a straight line, a power bends up. */
export function tailFrame({ points, law }: TailShape, labels: TailLabels, width: number): TailFrame {
  const all = [...points, ...law].filter(({ beyond }) => beyond > 0);
  const losses = all.map(({ loss }) => loss);
  const powers = all.map(({ beyond }) => Math.log10(beyond));
  const [least, most] = [Math.min(...losses), Math.max(...losses)];
  const [rarest, commonest] = [Math.min(...powers), Math.max(...powers)];
  const frame = plotFrame({
    ...{ width, height: TAIL_HEIGHT, foot: FOOT },
    xDomain: [least, most + (most - least) * 0.03],
    yDomain: [rarest - ROOM, commonest + ROOM],
  });
  const pixels = (places: readonly TailPlace[]) =>
    places
      .filter(({ beyond }) => beyond > 0)
      .map(({ loss, beyond }): Point => [frame.x.at(loss), frame.y.at(Math.log10(beyond))]);
  const placed = { points: pixels(points), law: pixels(law) };
  return {
    frame,
    ...placed,
    xTicks: ticks(least, most, frame.narrow ? 4 : 6)
      .filter((loss) => frame.right - frame.x.at(loss) >= EDGE - 12)
      .map((loss) => ({ value: loss, text: labels.axis(loss) })),
    yTicks: powersBetween(rarest - ROOM, commonest + ROOM).map((power) => ({
      value: power,
      text: labels.share(10 ** power),
    })),
    lawLabel: beside(placed.law, { share: 0.35, text: labels.law, dx: 10, dy: -10, anchor: "start" }),
    pointsLabel: beside(placed.points, { share: 0.25, text: labels.points, dx: -10, dy: 18, anchor: "end" }),
  };
}

function powersBetween(lo: number, hi: number): readonly number[] {
  const first = Math.ceil(lo);
  return Array.from({ length: Math.max(0, Math.floor(hi) - first + 1) }, (_, index) => first + index);
}

type Beside = {
  readonly share: number;
  readonly text: string;
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "end";
};

/** A label part of the way across: the curve falls, so right above it and left below it are free. */
function beside(places: readonly Point[], { share, text, dx, dy, anchor }: Beside): PlacedLabel | undefined {
  const [first, last] = [places[0]?.[0] ?? 0, places.at(-1)?.[0] ?? 0];
  const place = places.find(([x]) => x >= first + (last - first) * share);
  return place === undefined ? undefined : { text, anchor, x: place[0] + dx, y: place[1] + dy };
}
