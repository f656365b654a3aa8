import { expOfSum } from "@/lib/math/expOfSum";
import { normalTail } from "@/lib/math/normal";
import { portableExpm1, portableLog } from "@/lib/math/portableFunctions";
import type { HestonParameters } from "@/lib/pricing/HestonParameters";

/** One coin in the scenarios of a block. Price over the price now: e^logSpot·√scale. */
export type QeState = {
  readonly variance: Float64Array;
  readonly logSpot: Float64Array;
  /** Squares of the martingale correction's factors that are no exponential: their logarithm is never needed. */
  readonly scale: Float64Array;
};

/** Independent standard normal deviates of one step. */
export type QeShocks = { readonly ofVariance: Float64Array; readonly ofPrice: Float64Array };

/** What does not change from step to step of one length. */
export type QeConstants = {
  /** Of the next variance: mean = level + kept·v, variance = spread + spreadSlope·v. */
  readonly level: number;
  readonly kept: number;
  readonly spread: number;
  readonly spreadSlope: number;
  /** K₂, K₃ = K₄ and A = K₂ + K₄/2 of Andersen (2008), 4.1 to 4.3, with γ₁ = γ₂ = ½. */
  readonly atEnd: number;
  readonly ownShare: number;
  readonly tilt: number;
};

/** ψ_c. Up to it a squared normal, shifted; above it an exponential with a mass at zero. Any value in [1, 2] serves. */
const SWITCH = 1.5;
/** What σ and θ are taken for when they are less: prices do not differ by 1e-6 of the price. */
const LEAST_VOLATILITY = 1e-6;
const LEAST_VARIANCE = 1e-12;

/** The constants of a step of so many years. Domain: the parameters in theirs, years above 0. */
export function qeConstants(parameters: HestonParameters, years: number): QeConstants {
  const { meanReversion, correlation } = parameters;
  const sigma = Math.max(parameters.volatilityOfVariance, LEAST_VOLATILITY);
  const longRun = Math.max(parameters.longRunVariance, LEAST_VARIANCE);
  const kept = expOfSum(-meanReversion * years, 0);
  const lost = -portableExpm1(-meanReversion * years);
  const noise = (sigma * sigma * lost) / meanReversion;
  const leverage = correlation / sigma;
  const ownShare = 0.5 * years * (1 - correlation * correlation);
  const atEnd = 0.5 * years * (meanReversion * leverage - 0.5) + leverage;
  return {
    level: longRun * lost,
    kept,
    spread: 0.5 * noise * longRun * lost,
    spreadSlope: noise * kept,
    atEnd,
    ownShare,
    tilt: atEnd + 0.5 * ownShare,
  };
}

/**
 * One step of Heston's law for every scenario, by Andersen's quadratic-exponential scheme: the variance has its exact conditional mean and
 * variance, the price exactly its forward as mean. NaN where the price's mean does not exist, which takes ρσΔ near 4.
 * Source: L. Andersen, "Efficient simulation of the Heston stochastic volatility model" (2008), 3.2 and 4.3.
 */
export function qeStep({ variance, logSpot, scale }: QeState, constants: QeConstants, shocks: QeShocks): void {
  const { level, kept, spread, spreadSlope, atEnd, ownShare, tilt } = constants;
  const { ofVariance, ofPrice } = shocks;
  for (let index = 0; index < ofVariance.length; index += 1) {
    const from = variance[index] as number;
    const mean = level + kept * from;
    const square = mean * mean;
    const around = spread + spreadSlope * from;
    let growth = 0;
    let to: number;
    if (around <= SWITCH * square) {
      const inverse = (2 * square) / around;
      const shiftSquared = inverse - 1 + Math.sqrt(inverse * (inverse - 1));
      const unit = mean / (1 + shiftSquared);
      const root = Math.sqrt(shiftSquared) + (ofVariance[index] as number);
      to = unit * root * root;
      const room = 1 - 2 * tilt * unit;
      growth = (-tilt * shiftSquared * unit) / room;
      scale[index] = (scale[index] as number) * (room > 0 ? room : Number.NaN);
    } else {
      const ratio = around / square;
      const mass = (ratio - 1) / (ratio + 1);
      const rate = (1 - mass) / mean;
      const tail = normalTail(ofVariance[index] as number);
      to = tail >= 1 - mass ? 0 : portableLog((1 - mass) / tail) / rate;
      const moment = tilt < rate ? mass + (rate * (1 - mass)) / (rate - tilt) : Number.NaN;
      scale[index] = (scale[index] as number) / (moment * moment);
    }
    growth += atEnd * to - 0.5 * ownShare * from;
    logSpot[index] =
      (logSpot[index] as number) + growth + Math.sqrt(ownShare * (from + to)) * (ofPrice[index] as number);
    variance[index] = to;
  }
}
