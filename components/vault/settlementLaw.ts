import { type LognormalInput, lognormalDensity, lognormalProbabilityBelow } from "@/lib/pricing/lognormal";

/** How likely each settlement price is, as option prices imply it under one model; never a forecast. */
export type SettlementLaw = {
  /** 0 to 1, rising with the price; 0 at 0 and 1 at ∞. */
  readonly probabilityBelow: (price: number) => number;
  /** Per dollar, at least 0. */
  readonly density: (price: number) => number;
};

/** The law under one volatility. */
export function lognormalLaw(input: LognormalInput): SettlementLaw {
  return {
    probabilityBelow: (price) => lognormalProbabilityBelow(price, input),
    density: (price) => lognormalDensity(price, input),
  };
}
