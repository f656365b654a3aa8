import type { PerformancePoint } from "./PerformancePoint";

/** From a point that lost to the foot of its mark and figure, and the gap to the axis. */
const MARK_PX = 34;
const STEP = 5;

/** What is drawn, and the pixels between the axis and the top of the plot. */
export type PerformancePlot = { readonly points: readonly PerformancePoint[]; readonly plotHeight: number };

/** The index values from axis to top, in fives: all points, and under each that lost room for its mark, which else lies on the dates. */
export function performanceRange({ points, plotHeight }: PerformancePlot): {
  readonly lo: number;
  readonly hi: number;
} {
  const values = points.flatMap((point) => [point.vault, point.holding]).filter((value) => value !== null);
  const hi = Math.ceil(Math.max(...values) / STEP) * STEP;
  const lo = Math.floor(Math.min(...values) / STEP) * STEP;
  const lowest = Math.min(
    ...points.flatMap(({ vault, loss }) => (loss === undefined || vault === null ? [] : [vault])),
  );
  const share = MARK_PX / plotHeight;
  // The room grows with the range, so the end is solved for: lowest − lo = share · (hi − lo).
  const needed = share < 1 ? (lowest - share * hi) / (1 - share) : lo;
  return { lo: Math.min(lo, Math.floor(needed / STEP) * STEP), hi };
}
