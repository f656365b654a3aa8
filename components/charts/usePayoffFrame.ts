import { useMemo } from "react";
import type { Point } from "./curves";
import type { StillShape } from "./PayoffFront";
import type { PayoffShape } from "./PayoffShape";
import { curvePoints, type PayoffFrame, payoffFrame, payoffLayout, resultRange } from "./payoffFrame";

/** A shape at a width, in parts: what no slider moves keeps its identity, so that it is drawn once. */
export type PayoffParts = {
  readonly frame: PayoffFrame;
  readonly still: StillShape;
  readonly today: readonly Point[];
};

/** Where do the chart's parts stand at this width? */
export function usePayoffFrame(shape: PayoffShape, width: number): PayoffParts {
  const { asset, spot, lo, hi, expiry, strikes, breakevens, corners, odds } = shape;
  const still = useMemo(
    () => ({ asset, spot, lo, hi, expiry, strikes, breakevens, corners, odds }),
    [asset, spot, lo, hi, expiry, strikes, breakevens, corners, odds],
  );
  const layout = useMemo(() => payoffLayout(still, width), [still, width]);
  const today = useMemo(() => curvePoints(layout, shape.today), [layout, shape.today]);
  const { lowest, highest } = useMemo(() => resultRange([layout.expiry, today]), [layout, today]);
  const frame = useMemo(() => payoffFrame(layout, { lowest, highest }), [layout, lowest, highest]);
  return { frame, still, today };
}
