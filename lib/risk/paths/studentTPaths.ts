import { expOfSum } from "@/lib/math/expOfSum";
import { fillGammaDeviates } from "@/lib/math/gammaDeviates";
import { isPositive } from "@/lib/pricing/batesRows";
import { blockColumn, type FillBlock, intervalsOf, type PathBlock, type PathFault, type PathPlan } from "./PathBlock";
import type { StudentTPathLaw } from "./PathLaw";
import {
  blockWords,
  correlate,
  correlationFactor,
  drawWords,
  fillNormals,
  purposeOf,
  SCENARIO_WORDS,
} from "./pathDraws";
import { SHOCK_CUT, studentTDrift } from "./studentTDrift";

/** No volatility falls below this share of itself, however far the price rises. */
const LEAST_VOLATILITY_FACTOR = 0.25;

/**
 * Student's law made ready: Brownian motions that share one mixing variable for the whole of a scenario, (ν − 2)/χ²_ν, so that the logarithmic
 * return has a t distribution of variance σ²t at every time, cut at ±{@link SHOCK_CUT} and moved to a mean price of 1 by a drift in closed form.
 * The volatility factor is linear in the simple return and never below a quarter.
 */
export function studentTPaths(law: StudentTPathLaw, plan: PathPlan): FillBlock | PathFault {
  const { degreesOfFreedom, coins } = law;
  if (!(degreesOfFreedom > 2 && coins.every(isInDomain)) || degreesOfFreedom === Number.POSITIVE_INFINITY)
    return "parameters";
  const factor = correlationFactor(law.correlation, coins.length);
  if (factor === null) return "correlation";
  const roots = intervalsOf(plan.times).map(Math.sqrt);
  const drifts = coins.map(({ volatility }) =>
    plan.times.map((time) => studentTDrift(degreesOfFreedom, volatility * Math.sqrt(time))),
  );
  const [mixing, sums, shocks] = [blockColumn(), coins.map(blockColumn), coins.map(blockColumn)];
  const words = coins.map(blockWords);
  const { seed } = plan;
  return (block) => {
    const { first } = block;
    fillGammaDeviates(mixing, 0.5 * degreesOfFreedom, { first, purpose: purposeOf("mixing"), seed });
    for (let index = 0; index < mixing.length; index += 1) {
      mixing[index] = Math.sqrt((0.5 * (degreesOfFreedom - 2)) / (mixing[index] as number));
    }
    for (const sum of sums) sum.fill(0);
    for (const [interval, root] of roots.entries()) {
      const place = interval % SCENARIO_WORDS;
      for (const [coin, column] of words.entries()) {
        if (place === 0) drawWords(column, first, { purpose: "shocks", coin, step: interval / SCENARIO_WORDS, seed });
        fillNormals(shocks[coin] as Float64Array, column, place);
      }
      correlate(shocks, factor);
      for (const [coin, { volatility }] of coins.entries()) {
        const sum = sums[coin] as Float64Array;
        const drift = drifts[coin]?.[interval] as number;
        walk(sum, shocks[coin] as Float64Array, volatility * root);
        writeSpots(block.factors.spotFactors[coin]?.[interval] as Float64Array, block, { sum, mixing, drift });
      }
    }
    for (const [coin, of] of coins.entries()) writeVolatility(block, coin, of);
  };
}

function isInDomain({ volatility, volatilityPerFall }: StudentTPathLaw["coins"][number]): boolean {
  return isPositive(volatility) && Number.isFinite(volatilityPerFall);
}

function walk(sum: Float64Array, shocks: Float64Array, deviation: number): void {
  for (let index = 0; index < sum.length; index += 1) {
    sum[index] = (sum[index] as number) + deviation * (shocks[index] as number);
  }
}

type Return = { readonly sum: Float64Array; readonly mixing: Float64Array; readonly drift: number };

function writeSpots(target: Float64Array, { skip, offset, count }: PathBlock, { sum, mixing, drift }: Return): void {
  for (let index = 0; index < count; index += 1) {
    const shock = (sum[skip + index] as number) * (mixing[skip + index] as number);
    target[offset + index] = expOfSum(drift + Math.min(Math.max(shock, -SHOCK_CUT), SHOCK_CUT), 0);
  }
}

function writeVolatility(
  { offset, count, factors }: PathBlock,
  coin: number,
  { volatility, volatilityPerFall }: StudentTPathLaw["coins"][number],
): void {
  const spots = factors.spotFactors[coin]?.at(-1);
  const target = factors.volatilityFactors[coin] as Float64Array;
  for (let index = offset; index < offset + count; index += 1) {
    const fall = 1 - (spots?.[index] ?? Number.NaN);
    target[index] = Math.max(LEAST_VOLATILITY_FACTOR, 1 + (volatilityPerFall * fall) / volatility);
  }
}
