import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import type { CoinLaw } from "./MarketLaw";
import { varianceStep } from "./varianceStep";

/** A coin at an instant: its price in dollars and the annual variance that its price moves under. */
export type CoinState = { readonly price: number; readonly variance: number };

/** What drives one coin's step: two independent standard normal deviates and the logarithm of all its jumps' factors. */
export type CoinShocks = {
  readonly varianceDeviate: number;
  readonly priceDeviate: number;
  readonly logJumps: number;
};

/**
 * A coin's state after a step under Bates's law. Whatever the step's length, the mean of the price is exactly the
 * forward: the diffusion carries Andersen's martingale correction, the jumps are compensated.
 * Source: Andersen (2008), 4.1 to 4.3, with γ₁ = γ₂ = ½.
 */
export function priceStep(state: CoinState, law: CoinLaw, step: CoinShocks & { readonly seconds: number }): CoinState {
  const { bates, carry } = law;
  const { meanReversion, volatilityOfVariance, correlation } = bates;
  const years = step.seconds / SECONDS_PER_YEAR;
  const next = varianceStep({ variance: state.variance, years, deviate: step.varianceDeviate, parameters: bates });

  const leverage = correlation / volatilityOfVariance;
  const half = (years / 2) * (meanReversion * leverage - 0.5);
  const ownShare = (years / 2) * (1 - correlation ** 2);
  const atStart = half - leverage;
  const atEnd = half + leverage;
  const correction = -Math.log(next.exponentialMean(atEnd + ownShare / 2)) - (atStart + ownShare / 2) * state.variance;
  const diffusion =
    correction +
    atStart * state.variance +
    atEnd * next.variance +
    Math.sqrt(ownShare * (state.variance + next.variance)) * step.priceDeviate;

  const meanJump = Math.expm1(bates.meanLogJump + bates.jumpDeviation ** 2 / 2);
  const growth = (carry - bates.jumpIntensity * meanJump) * years;
  return { price: state.price * Math.exp(growth + diffusion + step.logJumps), variance: next.variance };
}
