import { normalTail } from "@/lib/math/normal";
import type { HestonParameters } from "@/lib/pricing/HestonParameters";

/** A step of the variance: where it begins, how long it takes (years), and the standard normal deviate that drives it. */
export type VarianceStepInput = {
  readonly variance: number;
  readonly years: number;
  readonly deviate: number;
  readonly parameters: HestonParameters;
};

/**
 * The variance after the step, at least 0, and its moment generating function: `exponentialMean(u)` is E[e^(u·v′)] given
 * where the step began, NaN where that has no value. The price's martingale correction rests on it.
 */
export type VarianceStep = {
  readonly variance: number;
  readonly exponentialMean: (u: number) => number;
};

/** Below: a squared normal, shifted. Above: an exponential with a mass at zero. Any value in [1, 2] serves. */
const SWITCH = 1.5;

/**
 * One step of the square-root variance by the quadratic-exponential scheme: the exact conditional mean and variance, and
 * a law that is never negative.
 * Source: L. Andersen, "Efficient simulation of the Heston stochastic volatility model" (2008), 3.2 and 4.3.
 */
export function varianceStep({ variance, years, deviate, parameters }: VarianceStepInput): VarianceStep {
  const { meanReversion, longRunVariance, volatilityOfVariance } = parameters;
  const kept = Math.exp(-meanReversion * years);
  const lost = -Math.expm1(-meanReversion * years);
  const mean = longRunVariance * lost + variance * kept;
  const noise = volatilityOfVariance ** 2 / meanReversion;
  const spread = noise * lost * (variance * kept + (longRunVariance * lost) / 2);
  const ratio = spread / mean ** 2;
  return ratio <= SWITCH ? squaredNormal(mean, ratio, deviate) : exponential(mean, ratio, deviate);
}

function squaredNormal(mean: number, ratio: number, deviate: number): VarianceStep {
  const inverse = 2 / ratio;
  const shiftSquared = inverse - 1 + Math.sqrt(inverse) * Math.sqrt(inverse - 1);
  const scale = mean / (1 + shiftSquared);
  return {
    variance: scale * (Math.sqrt(shiftSquared) + deviate) ** 2,
    exponentialMean: (u) => {
      const room = 1 - 2 * u * scale;
      return room > 0 ? Math.exp((u * shiftSquared * scale) / room) / Math.sqrt(room) : Number.NaN;
    },
  };
}

function exponential(mean: number, ratio: number, deviate: number): VarianceStep {
  const massAtZero = (ratio - 1) / (ratio + 1);
  const rate = (1 - massAtZero) / mean;
  const tail = normalTail(deviate);
  return {
    variance: tail >= 1 - massAtZero ? 0 : Math.log((1 - massAtZero) / tail) / rate,
    exponentialMean: (u) => (u < rate ? massAtZero + (rate * (1 - massAtZero)) / (rate - u) : Number.NaN),
  };
}
