import type { PricingModel } from "./PricingModel";
import type { VolatilitySurface } from "./VolatilitySurface";

/** Two expiries whose falls are dearer than their rises. */
export const SURFACE: VolatilitySurface = {
  slices: [
    {
      timeToExpiryYears: 7 / 365,
      forward: 3500,
      svi: { a: 0.003, b: 0.02, rho: -0.3, m: 0.01, sigma: 0.1 },
      fit: { quotes: 9, rmsVolatility: 0, worstVolatility: 0 },
    },
    {
      timeToExpiryYears: 30 / 365,
      forward: 3510,
      svi: { a: 0.014, b: 0.05, rho: -0.35, m: 0.02, sigma: 0.2 },
      fit: { quotes: 9, rmsVolatility: 0, worstVolatility: 0 },
    },
  ],
};

const HESTON = {
  initialVariance: 0.36,
  meanReversion: 3,
  longRunVariance: 0.45,
  volatilityOfVariance: 1.2,
  correlation: -0.4,
};
const JUMPS = { jumpIntensity: 4, meanLogJump: -0.06, jumpDeviation: 0.1 };

/** One of each model, all near 60 % at the money. */
export const MODELS: readonly PricingModel[] = [
  { name: "black", volatility: 0.6 },
  { name: "smile", surface: SURFACE },
  { name: "heston", parameters: HESTON },
  { name: "merton", parameters: { volatility: 0.55, ...JUMPS } },
  { name: "kou", parameters: { volatility: 0.55, jumpIntensity: 4, upProbability: 0.4, upRate: 16, downRate: 11 } },
  { name: "bates", parameters: { ...HESTON, ...JUMPS } },
];
