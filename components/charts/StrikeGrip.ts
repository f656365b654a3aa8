/** A strike that can be moved on the chart. */
export type StrikeGrip = {
  /** Its place among the legs: it stays the same grip whatever its strike is. */
  readonly id: string;
  readonly strike: number;
  /** In the tag: `▼ Sell 3,050`, and under it `put at $20.05`. */
  readonly title: string;
  readonly note: string;
  /** On a narrow chart: `▼ 3,050`. */
  readonly short: string;
  /** "Sell put strike". */
  readonly name: string;
  /** "Sell put, strike 3,050, premium $20.05". */
  readonly valueText: string;
};

/** The strikes that can be moved, and what a hand at one of them asks for. Grips are named by their place in the list. */
export type StrikeGrips = {
  readonly grips: readonly StrikeGrip[];
  /** The least and the most that a strike may be. */
  readonly least: number;
  readonly most: number;
  /** By pointer, anywhere between the listed strikes; again and again until it is let go. */
  readonly onDrag: (grip: number, price: number) => void;
  readonly onDrop: () => void;
  /** By keyboard: so many listed strikes up, or down. */
  readonly onStep: (grip: number, steps: number) => void;
};
