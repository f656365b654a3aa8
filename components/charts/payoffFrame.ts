import { type Point, sampleValues } from "./curves";
import { linearScale, type Scale } from "./linearScale";
import type { PayoffShape } from "./PayoffShape";

/** The chart's measures at one width: the plot above, the price axis, the odds hanging under it. */
export type PayoffFrame = {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The price axis. */
  readonly axis: number;
  readonly oddsTop: number;
  readonly oddsHeight: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly expiry: readonly Point[];
  readonly today: readonly Point[];
};

const NARROW = 560;
const SMOOTH_STEPS = 160;
const BOTTOM = 26;
/** Room above the highest and below the lowest result, as shares of their distance. */
const HEADROOM = 0.16;
const FOOTROOM = 0.08;

export function payoffFrame(shape: PayoffShape, width: number): PayoffFrame {
  const narrow = width < NARROW;
  const plot = narrow ? 330 : 372;
  const oddsHeight = narrow ? 62 : 74;
  const left = narrow ? 44 : 58;
  const right = width - (narrow ? 10 : 20);
  const corners = [...shape.strikes.map((mark) => mark.strike), ...shape.breakevens];
  const spots = sampleValues({ lo: shape.lo, hi: shape.hi, steps: SMOOTH_STEPS, corners });
  const expiry = spots.map((spot): Point => [spot, shape.expiry(spot)]);
  const today = spots.map((spot): Point => [spot, shape.today(spot)]);
  const results = [...expiry, ...today].map(([, result]) => result).filter(Number.isFinite);
  const lowest = Math.min(0, ...results);
  const highest = Math.max(0, ...results);
  const span = highest - lowest || 1;
  return {
    narrow,
    width,
    height: plot + (shape.odds ? oddsHeight + 34 : 6),
    left,
    right,
    top: 28,
    axis: plot - BOTTOM + 8,
    oddsTop: plot + 6,
    oddsHeight,
    x: linearScale({ domain: [shape.lo, shape.hi], range: [left, right] }),
    y: linearScale({ domain: [lowest - span * FOOTROOM, highest + span * HEADROOM], range: [plot - BOTTOM, 28] }),
    expiry,
    today,
  };
}
