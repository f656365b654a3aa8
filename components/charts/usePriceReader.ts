import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";

const STEPS = 80;
const PAGE_STEPS = 10;

/** Which price is being read, by pointer or by arrow keys: ← → one eightieth of the range, Page keys ten of them. */
export function usePriceReader(shape: PayoffShape, frame: PayoffFrame) {
  const [price, setPrice] = useState<number>();
  const clamp = (value: number) => Math.min(shape.hi, Math.max(shape.lo, value));
  function onPointer(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const at = frame.x.invert(((event.clientX - box.left) / box.width) * frame.width);
    setPrice(at >= shape.lo && at <= shape.hi ? at : undefined);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = movedPrice(event.key, price ?? shape.spot, shape);
    if (next === undefined) return;
    event.preventDefault();
    setPrice(clamp(next));
  }
  return {
    price: price === undefined ? undefined : clamp(price),
    onPointer,
    onKeyDown,
    leave: () => setPrice(undefined),
  };
}

function movedPrice(key: string, from: number, { lo, hi }: PayoffShape): number | undefined {
  const step = (hi - lo) / STEPS;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return from + step;
    case "ArrowLeft":
    case "ArrowDown":
      return from - step;
    case "PageUp":
      return from + step * PAGE_STEPS;
    case "PageDown":
      return from - step * PAGE_STEPS;
    case "Home":
      return lo;
    case "End":
      return hi;
    default:
      return undefined;
  }
}
