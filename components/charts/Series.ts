/** One reading of a series. */
export type SeriesPoint = {
  /** Place along the axis, in the unit of the chart's x ticks. */
  readonly at: number;
  readonly value: number;
  /** What the place is called in the table and at the point: "27 Nov". */
  readonly name: string;
  /** Stands out among the others: the expiry of the epoch. */
  readonly isMarked?: boolean | undefined;
};

/** One line or one run of points, labelled on the chart itself. */
export type Series = {
  readonly name: string;
  /** The same where the whole name has no room at its point. */
  readonly shortName?: string | undefined;
  readonly look: "line" | "dashed" | "points";
  /** Live, selected or the reader's own: drawn in the accent. */
  readonly isLive?: boolean | undefined;
  /** Writes the value at every point that has room. */
  readonly hasValues?: boolean | undefined;
  /** Ascending in place. */
  readonly points: readonly SeriesPoint[];
};
