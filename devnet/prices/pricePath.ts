import { randomStream } from "@/lib/math/randomStream";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";

/** A jump diffusion under which the local chain's ether lived. Rates are annual. */
export type PathModel = {
  readonly drift: number;
  readonly volatility: number;
  /** Expected jumps a year. */
  readonly jumpsPerYear: number;
  readonly meanLogJump: number;
  readonly jumpDeviation: number;
};

/** What of the path is wanted: prices at `step`, 2·`step`, … after the start. */
export type PathInput = {
  readonly seed: number;
  readonly start: number;
  readonly stepSeconds: number;
  readonly steps: number;
  readonly model: PathModel;
};

/**
 * Merton's jump diffusion on a grid: each step adds a normal part and, at most once, a normal jump.
 * The same input gives the same prices on every machine; a longer path begins with the shorter one.
 */
export function pricePath({ seed, start, stepSeconds, steps, model }: PathInput): readonly number[] {
  const stream = randomStream({ seed });
  const years = stepSeconds / SECONDS_PER_YEAR;
  const trend = (model.drift - model.volatility ** 2 / 2) * years;
  const deviation = model.volatility * Math.sqrt(years);
  const jumpProbability = model.jumpsPerYear * years;
  const prices: number[] = [];
  let price = start;
  for (let step = 0; step < steps; step += 1) {
    const shock = stream.normal();
    const jumps = stream.uniform() < jumpProbability;
    const jump = stream.normal();
    price *= Math.exp(trend + deviation * shock + (jumps ? model.meanLogJump + model.jumpDeviation * jump : 0));
    prices.push(price);
  }
  return prices;
}
