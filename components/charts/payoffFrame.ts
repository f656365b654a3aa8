import { type Point, sampleValues } from "./curves";
import { linearScale, type Scale } from "./linearScale";
import type { PayoffShape } from "./PayoffShape";

/** What of the chart's measures stays while sliders move: the prices, the result at expiry, the places of axis and odds. */
export type PayoffLayout = {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly plot: number;
  /** The price axis. */
  readonly axis: number;
  readonly oddsTop: number;
  readonly oddsHeight: number;
  readonly x: Scale;
  readonly spots: readonly number[];
  readonly expiry: readonly Point[];
};

/** The chart's measures at one width: the plot above, the price axis, the odds hanging under it. */
export type PayoffFrame = PayoffLayout & { readonly y: Scale };

/** The least and the most of all results, 0 among them. */
export type ResultRange = { readonly lowest: number; readonly highest: number };

const NARROW = 560;
const SMOOTH_STEPS = 160;
const BOTTOM = 26;
const TOP = 28;
/** Room above the highest and below the lowest result, as shares of their distance. */
const HEADROOM = 0.16;
const FOOTROOM = 0.08;

export type PayoffStill = Pick<PayoffShape, "lo" | "hi" | "expiry" | "strikes" | "breakevens" | "corners" | "odds">;

export function payoffLayout(still: PayoffStill, width: number): PayoffLayout {
  const narrow = width < NARROW;
  const plot = narrow ? 330 : 372;
  const oddsHeight = narrow ? 62 : 74;
  const left = narrow ? 44 : 58;
  const right = width - (narrow ? 10 : 20);
  const corners = [...still.strikes.map((mark) => mark.strike), ...still.breakevens, ...(still.corners ?? [])];
  const spots = sampleValues({ lo: still.lo, hi: still.hi, steps: SMOOTH_STEPS, corners });
  return {
    narrow,
    width,
    height: plot + (still.odds ? oddsHeight + 34 : 6),
    left,
    right,
    top: TOP,
    plot,
    axis: plot - BOTTOM + 8,
    oddsTop: plot + 6,
    oddsHeight,
    x: linearScale({ domain: [still.lo, still.hi], range: [left, right] }),
    spots,
    expiry: spots.map((spot): Point => [spot, still.expiry(spot)]),
  };
}

/** A curve at the layout's prices. */
export function curvePoints({ spots }: PayoffLayout, curve: PayoffShape["today"]): readonly Point[] {
  return spots.map((spot): Point => [spot, curve(spot)]);
}

export function resultRange(curves: readonly (readonly Point[])[]): ResultRange {
  let lowest = 0;
  let highest = 0;
  for (const curve of curves) {
    for (const [, result] of curve) {
      if (!Number.isFinite(result)) continue;
      lowest = Math.min(lowest, result);
      highest = Math.max(highest, result);
    }
  }
  return { lowest, highest };
}

export function payoffFrame(layout: PayoffLayout, { lowest, highest }: ResultRange): PayoffFrame {
  const span = highest - lowest || 1;
  const domain = [lowest - span * FOOTROOM, highest + span * HEADROOM] as const;
  return { ...layout, y: linearScale({ domain, range: [layout.plot - BOTTOM, TOP] }) };
}
