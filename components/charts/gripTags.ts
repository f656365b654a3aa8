import type { PayoffFrame } from "./payoffFrame";

/** Where a grip's tag stands, in pixels. */
export type GripTag = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const WIDE = { width: 104, height: 36 } as const;
const NARROW = { width: 66, height: 24 } as const;
const GAP = 4;
/** Of the lowest row over the axis. */
const LIFT = 6;

/** A tag for each strike under its line: side by side where there is room, else over each other. */
export function gripTags(
  strikes: readonly number[],
  frame: Pick<PayoffFrame, "narrow" | "x" | "axis" | "left" | "right">,
) {
  const { width, height } = frame.narrow ? NARROW : WIDE;
  const order = strikes.map((_, index) => index).sort((a, b) => (strikes[a] ?? 0) - (strikes[b] ?? 0));
  const ends: number[] = [];
  const tags: GripTag[] = [];
  for (const index of order) {
    const middle = frame.x.at(strikes[index] ?? Number.NaN);
    const left = Math.min(frame.right - width, Math.max(frame.left, middle - width / 2));
    const free = ends.findIndex((end) => end + GAP <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = left + width;
    tags[index] = { left, top: frame.axis - LIFT - height - row * (height + GAP), width, height };
  }
  return tags;
}
