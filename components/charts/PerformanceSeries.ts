/** One line of the performance chart, as its end label names it. */
export type PerformanceSeries = {
  /** "This vault", "Holding ETH". */
  readonly name: string;
  /** The same where there is little room: "Vault", "ETH". */
  readonly shortName: string;
  /** Its whole change as text: "+5.4%". */
  readonly change: string;
  /** "deepest fall −3.9%" */
  readonly note: string;
};
