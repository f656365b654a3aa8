import type { PricingModel } from "./PricingModel";

/** A shift takes no volatility below this: a lower one is no market, and 0 would be a certainty. */
export const LOWEST_VOLATILITY = 0.01;

/** A volatility moved by so much; one that is not moved stays as it is, below the lowest too. */
export function shiftedVolatility(volatility: number, shift: number): number {
  return shift === 0 ? volatility : Math.max(LOWEST_VOLATILITY, volatility + shift);
}

/** A model whose volatilities are shifted; the `smile`'s shift is kept beside it, since no SVI has exactly the shifted volatilities. */
export type ShiftedModel = { readonly model: PricingModel; readonly smileShift: number };

/**
 * What a volatility slider does to a model: 0.1 adds ten points to the volatility at which its price moves now, and vega is the
 * change it starts. `black`: σ. `smile`: the volatility of every strike and expiry. `heston`, `bates`: √v₀; the long-run variance and
 * the jumps stay, so a far expiry moves less. `merton`, `kou`: the diffusion's σ; the jumps stay.
 */
export function shiftedModel(model: PricingModel, shift: number): ShiftedModel {
  switch (model.name) {
    case "smile":
      return { model, smileShift: shift };
    case "black":
      return { model: { ...model, volatility: shiftedVolatility(model.volatility, shift) }, smileShift: 0 };
    case "heston":
      return { model: { ...model, parameters: withInitialVariance(model.parameters, shift) }, smileShift: 0 };
    case "bates":
      return { model: { ...model, parameters: withInitialVariance(model.parameters, shift) }, smileShift: 0 };
    case "merton":
      return { model: { ...model, parameters: withVolatility(model.parameters, shift) }, smileShift: 0 };
    case "kou":
      return { model: { ...model, parameters: withVolatility(model.parameters, shift) }, smileShift: 0 };
  }
}

function withVolatility<T extends { readonly volatility: number }>(parameters: T, shift: number): T {
  return { ...parameters, volatility: shiftedVolatility(parameters.volatility, shift) };
}

function withInitialVariance<T extends { readonly initialVariance: number }>(parameters: T, shift: number): T {
  if (shift === 0) return parameters;
  return { ...parameters, initialVariance: shiftedVolatility(Math.sqrt(parameters.initialVariance), shift) ** 2 };
}
