/** The value of 100 deposited at the first point, at the start of an epoch or now. */
export type PerformancePoint = {
  /** Under the axis: "28 Aug". */
  readonly date: string;
  /** Null where no price tells: the line has a gap there. */
  readonly vault: number | null;
  readonly holding: number | null;
  /** The epoch that ended here lost: its result as text, "−3.9%". */
  readonly loss?: string | undefined;
};
