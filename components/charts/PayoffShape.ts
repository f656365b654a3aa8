import type { Curve } from "./curves";

export type StrikeMark = {
  readonly strike: number;
  readonly side: "sold" | "bought";
  /** Said at the mark on a wide chart: "sell 3,100 put". */
  readonly label: string;
};

/** A part of the price axis with one kind of result. */
export type OddsZone = {
  readonly from: number;
  readonly to: number;
  /** 0 to 1, by option prices. */
  readonly probability: number;
  /** "profit", "part loss", "full loss". */
  readonly name: string;
  readonly loss: boolean;
};

/** Everything a payoff chart draws. Prices in dollars; results in the unit that the labels name. */
export type PayoffShape = {
  readonly asset: string;
  readonly spot: number;
  /** The drawn prices; the same while sliders move, so that only the curve does. */
  readonly lo: number;
  readonly hi: number;
  readonly expiry: Curve;
  readonly today: Curve;
  /** "Today", or "2.1 d left, IV +10". */
  readonly todayLabel: string;
  readonly strikes: readonly StrikeMark[];
  readonly breakevens: readonly number[];
  /** Other prices at which the result bends: strikes that are drawn as grips. */
  readonly corners?: readonly number[] | undefined;
  readonly odds?: { readonly density: Curve; readonly zones: readonly OddsZone[] } | undefined;
};

export type PayoffLabels = {
  /** A strike, tick or breakeven: "$3,071". */
  readonly price: (price: number) => string;
  /** Spot: "$3,482.40". */
  readonly spot: (price: number) => string;
  /** A signed result: "+$115.98". */
  readonly result: (result: number) => string;
  /** A result on the axis: "−$200", "+$4k". */
  readonly axis: (result: number) => string;
  /** A result as a share of the deposit: "+1.16%". */
  readonly share?: ((result: number) => string) | undefined;
  /** A distance from spot as a fraction: "−3.1%". */
  readonly distance: (fraction: number) => string;
  /** A probability: "86%", "<1%". */
  readonly odds: (probability: number) => string;
};
