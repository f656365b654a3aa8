import { pixel } from "./curves";
import type { PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";

export type PayoffCrosshairProps = {
  readonly frame: PayoffFrame;
  readonly shape: PayoffShape;
  readonly price: number | undefined;
};

/** The line at the price that is read, with a dot on each curve. */
export function PayoffCrosshair({ frame, shape, price }: PayoffCrosshairProps) {
  if (price === undefined) return null;
  const x = pixel(frame.x.at(price));
  return (
    <g pointerEvents="none">
      <line x1={x} x2={x} y1={frame.top} y2={frame.axis} stroke="var(--text-2)" />
      <circle cx={x} cy={pixel(frame.y.at(shape.expiry(price)))} r="4" fill="var(--chart-expiry)" />
      <circle cx={x} cy={pixel(frame.y.at(shape.today(price)))} r="4" fill="var(--chart-today)" />
    </g>
  );
}
