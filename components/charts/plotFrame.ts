import { linearScale, type Scale } from "./linearScale";

/** The measures of a plain chart at one width: where the plot lies, and its two scales. */
export type PlotFrame = {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
};

export type PlotSize = {
  readonly width: number;
  readonly height: number;
  /** Pixels under the plot: axis text, and marks if there are any. */
  readonly foot: number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
};

const NARROW = 480;
/** As wide as the axis text of a volatility: "120%". */
const LEFT = 40;
const RIGHT = 12;
const TOP = 16;

/** Places a chart's plot inside its width and height. */
export function plotFrame({ width, height, foot, xDomain, yDomain }: PlotSize): PlotFrame {
  const right = width - RIGHT;
  const bottom = height - foot;
  return {
    narrow: width < NARROW,
    width,
    height,
    left: LEFT,
    right,
    top: TOP,
    bottom,
    x: linearScale({ domain: xDomain, range: [LEFT, right] }),
    y: linearScale({ domain: yDomain, range: [bottom, TOP] }),
  };
}

/** The least and the most of the finite values, with a share of their distance around them; none has the range 0 to 1. */
export function paddedRange(values: readonly number[], share: number): readonly [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const least = Math.min(...finite);
  const most = Math.max(...finite);
  const room = (most - least || Math.abs(most) * 0.1 || 1) * share;
  return [least - room, most + room];
}
