import { linearScale, type Scale } from "./linearScale";
import type { PlacedLabel } from "./placeLabel";
import { ticks } from "./ticks";

/** How many scenarios came out from `from` up to `to`, in dollars. */
export type HistogramBin = { readonly from: number; readonly to: number; readonly count: number };

/** A line over the bars: a quantile is dashed, a mean solid. */
export type HistogramMark = {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly isMean: boolean;
};

/** Texts of the picture and its table. */
export type HistogramLabels = {
  readonly axis: (value: number) => string;
  readonly bound: (value: number) => string;
  /** Over the two sides: "a loss on 46% of days". */
  readonly loss: string;
  readonly gain: string;
  readonly table: { readonly summary: string; readonly caption: string };
};

/** A mark with where its line begins and its two lines of text. */
export type PlacedMark = {
  readonly mark: HistogramMark;
  readonly top: number;
  readonly label: PlacedLabel;
  readonly value: PlacedLabel;
};

export type HistogramFrame = {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly marks: readonly PlacedMark[];
  readonly lossHead: PlacedLabel;
  readonly gainHead: PlacedLabel;
};

export type HistogramInput = {
  readonly bins: readonly HistogramBin[];
  readonly marks: readonly HistogramMark[];
  readonly labels: HistogramLabels;
  readonly width: number;
};

/** Of the picture, at every width. */
export const HISTOGRAM_HEIGHT = 300;
const SIDE = 8;
const FOOT = 28;
const TOP = 34;
/** The first mark's text stands here, each further one so much lower, so that no two texts touch however near their values are. */
const FIRST_MARK = 96;
const MARK_STEP = 46;
const LINE = 16;
const BESIDE = 7;
/** A text of 12 px is on average so wide a character: what stands left of its line must not leave the picture. */
const CHARACTER_PX = 6.6;
const HEAD_Y = 22;
const HEAD_GAP = 12;

/** Places bars, marks and heads of a distribution in a width. Marks nearest to zero stand highest. */
export function histogramFrame({ bins, marks, labels, width }: HistogramInput): HistogramFrame {
  const [left, right, bottom] = [SIDE, width - SIDE, HISTOGRAM_HEIGHT - FOOT];
  const lo = bins[0]?.from ?? -1;
  const hi = bins.at(-1)?.to ?? 1;
  const x = linearScale({ domain: [lo, hi], range: [left, right] });
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const y = linearScale({ domain: [0, most], range: [bottom, TOP] });
  const zero = Math.min(right, Math.max(left, x.at(0)));
  const named = marks.filter(({ value }) => value >= lo && value <= hi).toSorted((a, b) => b.value - a.value);
  return {
    left,
    right,
    bottom,
    x,
    y,
    ticks: ticks(lo, hi, width < 480 ? 4 : 6).flatMap((value) =>
      x.at(value) < left + 12 || x.at(value) > right - 12 ? [] : [{ value, text: labels.axis(value) }],
    ),
    marks: named.map((mark, index) => placed(mark, { at: x.at(mark.value), row: index })),
    ...heads(labels, { zero, left, right }),
  };
}

function placed(mark: HistogramMark, { at, row }: { readonly at: number; readonly row: number }): PlacedMark {
  const y = FIRST_MARK + row * MARK_STEP;
  const widest = Math.max(mark.name.length, mark.text.length) * CHARACTER_PX;
  const isLeft = at - BESIDE - widest >= 0;
  const x = isLeft ? at - BESIDE : at + BESIDE;
  const anchor = isLeft ? "end" : "start";
  return {
    mark,
    top: y - 12,
    label: { text: mark.name, x, y: y - 2, anchor },
    value: { text: mark.text, x, y: y - 2 + LINE, anchor },
  };
}

/** Both heads beside zero, pushed inside where a side is too narrow for its own; then they stand in two lines. */
function heads(
  { loss, gain }: HistogramLabels,
  at: { readonly zero: number; readonly left: number; readonly right: number },
) {
  const needs = (text: string) => text.length * CHARACTER_PX;
  const lossEnd = Math.max(at.left + needs(loss), at.zero - HEAD_GAP);
  const gainStart = Math.min(at.right - needs(gain), at.zero + HEAD_GAP);
  const touch = gainStart - lossEnd < HEAD_GAP;
  return {
    lossHead: { text: loss, x: lossEnd, y: touch ? HEAD_Y - 10 : HEAD_Y, anchor: "end" },
    gainHead: { text: gain, x: gainStart, y: touch ? HEAD_Y + 6 : HEAD_Y, anchor: "start" },
  } as const;
}
