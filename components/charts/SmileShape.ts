import type { Curve } from "./curves";

/** One strike as the market quotes it, in volatilities of 1; null where nobody is there. */
export type SmileQuote = {
  readonly strike: number;
  /** "put" below the forward, "call" above: the side that is out of the money. */
  readonly side: "put" | "call";
  readonly bid: number | null;
  readonly ask: number | null;
  readonly mid: number | null;
};

/** An option of the reader's vault on the smile. */
export type SmileLeg = {
  readonly strike: number;
  readonly side: "sold" | "bought";
  /** "sell 3,150 put" */
  readonly label: string;
  /** Where its ring is: what its sale implied, or what `ringName` says; null where nothing tells. */
  readonly atSale: number | null;
};

/** Everything the smile of one expiry draws. Prices in dollars, volatilities of 1. */
export type SmileShape = {
  readonly asset: string;
  readonly forward: number;
  /** The drawn strikes. */
  readonly lo: number;
  readonly hi: number;
  /** Ascending in strike. */
  readonly quotes: readonly SmileQuote[];
  /** The fitted volatility at a strike; null when nothing was fitted. */
  readonly fitted: Curve | null;
  /** What another model says of the same expiry. */
  readonly model: { readonly name: string; readonly curve: Curve } | null;
  readonly legs: readonly SmileLeg[];
  /** What the rings are, where they are not what a sale implied: "your options". */
  readonly ringName?: string | undefined;
};

export type SmileLabels = {
  /** A strike: "$3,150". */
  readonly price: (price: number) => string;
  /** A volatility: "58.6%". */
  readonly volatility: (volatility: number) => string;
  /** The same on the axis: "60%". */
  readonly axis: (volatility: number) => string;
};
