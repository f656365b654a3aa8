import type { BatesParameters, HestonParameters } from "./HestonParameters";
import type { KouParameters, MertonParameters } from "./jumpParameters";
import type { VolatilitySurface } from "./VolatilitySurface";

/** The laws of the underlying that a screen can be shown under. */
export type ModelName = PricingModel["name"];

/**
 * A model with its parameters, as plain data: it crosses to a worker and into the cache unchanged.
 * `black`: one volatility for every strike and expiry. `smile`: Black at the surface's own volatility of each option.
 */
export type PricingModel =
  | { readonly name: "black"; readonly volatility: number }
  | { readonly name: "smile"; readonly surface: VolatilitySurface }
  | { readonly name: "heston"; readonly parameters: HestonParameters }
  | { readonly name: "merton"; readonly parameters: MertonParameters }
  | { readonly name: "kou"; readonly parameters: KouParameters }
  | { readonly name: "bates"; readonly parameters: BatesParameters };

/** European options of one expiry on one forward. `strikes` and `isPut` have the same length. */
export type OptionStrip = {
  /** In the quote, above 0. */
  readonly forward: number;
  /** Years of 365 days, at least 0. */
  readonly timeToExpiryYears: number;
  /** Value today of one quote unit at expiry; 1 when left out. */
  readonly discount?: number;
  readonly strikes: ArrayLike<number>;
  readonly isPut: ArrayLike<boolean>;
};

/** One value an option, in the strip's order; NaN where the model has none. Units as {@link BlackResult}. */
export type StripValues = {
  readonly price: Float64Array;
  /** ∂price/∂forward with the model's parameters held. */
  readonly delta: Float64Array;
  /** ∂²price/∂forward². */
  readonly gamma: Float64Array;
  /** Per 1.00 of the instantaneous volatility: Black's σ, √v₀ of Heston and Bates, the diffusion's σ of Merton and Kou. */
  readonly vega: Float64Array;
  /** ∂price/∂t with forward and rate held, per year. */
  readonly theta: Float64Array;
  /** Probability, implied by the model, that the settlement price lies below the strike. */
  readonly probabilityBelow: Float64Array;
};
