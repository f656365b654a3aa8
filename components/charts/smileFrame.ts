import { type Point, sampleValues } from "./curves";
import { type PlotFrame, paddedRange, plotFrame } from "./plotFrame";
import type { SmileShape } from "./SmileShape";

/** The smile's measures at one width, its lines in data units. */
export type SmileFrame = PlotFrame & {
  readonly fit: readonly Point[];
  readonly model: readonly Point[];
};

const HEIGHT = 440;
const NARROW_HEIGHT = 296;
/** Strike marks, axis figures and their unit stand here. */
const FOOT = 34;
const STEPS = 96;
/** A middle further off the fit than this share of it does not widen the range. */
const NEAR = 0.15;
/** Share of the range that the names of the strikes take over the axis. */
const MARK_ROOM = 0.12;

/**
 * The vertical range holds the lines, the sales and the middles that are not far off; a quote of a few ticks far from the money may
 * say several times as much, and is then not on the chart but in its table.
 */
export function smileFrame(shape: SmileShape, width: number): SmileFrame {
  const strikes = sampleValues({ lo: shape.lo, hi: shape.hi, steps: STEPS });
  const line = (curve: SmileShape["fitted"]): readonly Point[] =>
    curve ? strikes.map((strike): Point => [strike, curve(strike)]).filter(([, value]) => Number.isFinite(value)) : [];
  const fit = line(shape.fitted);
  const model = line(shape.model?.curve ?? null);
  const heights = [
    ...fit.map(([, value]) => value),
    ...model.map(([, value]) => value),
    ...shape.quotes.flatMap(({ strike, mid }) => (mid !== null && isNear(shape, strike, mid) ? [mid] : [])),
    ...shape.legs.flatMap(({ atSale }) => (atSale === null ? [] : [atSale])),
  ];
  const [least, most] = paddedRange(heights, 0.16);
  const frame = plotFrame({
    width,
    height: width < 480 ? NARROW_HEIGHT : HEIGHT,
    foot: FOOT,
    xDomain: [shape.lo, shape.hi],
    yDomain: [Math.max(0, least - (most - least) * MARK_ROOM), most],
  });
  return { ...frame, fit, model };
}

/** Whether a quote is on the chart and says about what the fit says. */
function isNear({ fitted, lo, hi }: SmileShape, strike: number, mid: number): boolean {
  if (strike < lo || strike > hi) return false;
  return fitted === null || Math.abs(mid / fitted(strike) - 1) < NEAR;
}
