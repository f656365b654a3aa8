import { pixel } from "./curves";
import { linearScale } from "./linearScale";

export type BridgeStep = {
  readonly name: string;
  /** The same where there is little room. */
  readonly shortName: string;
  /** Under the name, on a wide screen: "time passed". */
  readonly note: string;
  /** Dollars. */
  readonly value: number;
  readonly text: string;
  /** Neither a gain nor a loss: money that came or went, or nothing known. */
  readonly isNeutral?: boolean | undefined;
};

/** A bar of a bridge in pixels from the top. */
export type BridgeBar = {
  readonly step: BridgeStep;
  readonly top: number;
  readonly bottom: number;
  /** Where the next one starts. */
  readonly end: number;
  readonly zero: number;
  readonly isTotal: boolean;
};

/** Room for the texts over the highest bar, and where the lowest ends. */
const TOP = 18;
const BOTTOM = 78;
const THINNEST = 2;

/** Stacks the steps end to end, the total from zero; the scale holds every end. */
export function bridgeBars(steps: readonly BridgeStep[], total: BridgeStep): readonly BridgeBar[] {
  let sum = 0;
  const ends = steps.map(({ value }) => {
    sum += value;
    return sum;
  });
  const levels = [0, total.value, ...ends];
  const y = linearScale({ domain: [Math.min(...levels), Math.max(...levels)], range: [BOTTOM, TOP] });
  const bar = (step: BridgeStep, from: number, isTotal: boolean): BridgeBar => {
    const [a, b] = [y.at(from), y.at(from + step.value)];
    const top = pixel(Math.min(a, b));
    return {
      step,
      top,
      bottom: Math.max(pixel(Math.max(a, b)), top + THINNEST),
      end: pixel(b),
      zero: y.at(0),
      isTotal,
    };
  };
  return [...steps.map((step, index) => bar(step, ends[index - 1] ?? 0, false)), bar(total, 0, true)];
}
