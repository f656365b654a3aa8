import { expOfSum } from "@/lib/math/expOfSum";
import { isMerton } from "@/lib/pricing/mertonStrip";
import { jointJumps } from "./jointJumps";
import { blockColumn, type FillBlock, intervalsOf, type PathFault, type PathPlan } from "./PathBlock";
import type { MertonPathLaw } from "./PathLaw";
import { blockWords, correlate, correlationFactor, drawWords, fillNormals } from "./pathDraws";

/** Merton's law made ready: exact from each of the plan's times to the next, however far. Volatility factors are 1. */
export function mertonPaths(law: MertonPathLaw, plan: PathPlan): FillBlock | PathFault {
  if (!law.coins.every(isMerton)) return "parameters";
  const factor = correlationFactor(law.correlation, law.coins.length);
  const addJumps = jointJumps(law, plan);
  if (factor === null) return "correlation";
  if (typeof addJumps === "string") return addJumps;
  const years = intervalsOf(plan.times);
  const logSpots = law.coins.map(blockColumn);
  const shocks = law.coins.map(blockColumn);
  const words = law.coins.map(blockWords);
  return ({ first, skip, count, offset, factors }) => {
    for (const logSpot of logSpots) logSpot.fill(0);
    for (const [interval, length] of years.entries()) {
      for (const [coin, column] of words.entries()) {
        drawWords(column, first, { purpose: "jumps", coin, step: interval, seed: plan.seed });
        fillNormals(shocks[coin] as Float64Array, column, 0);
      }
      correlate(shocks, factor);
      for (const [coin, { volatility }] of law.coins.entries()) {
        diffuse(logSpots[coin] as Float64Array, shocks[coin] as Float64Array, volatility * Math.sqrt(length));
      }
      addJumps(logSpots, words, { first, interval });
      for (const [coin, logSpot] of logSpots.entries()) {
        const target = factors.spotFactors[coin]?.[interval] as Float64Array;
        for (let index = 0; index < count; index += 1) {
          target[offset + index] = expOfSum(logSpot[skip + index] as number, 0);
        }
      }
    }
    for (const column of factors.volatilityFactors) column.fill(1, offset, offset + count);
  };
}

/** Adds a lognormal step of so much deviation and of mean 1. */
function diffuse(logSpot: Float64Array, shocks: Float64Array, deviation: number): void {
  const drift = -0.5 * deviation * deviation;
  for (let index = 0; index < logSpot.length; index += 1) {
    logSpot[index] = (logSpot[index] as number) + drift + deviation * (shocks[index] as number);
  }
}
