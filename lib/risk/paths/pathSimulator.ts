import { batesPaths } from "./batesPaths";
import { historyPaths } from "./historyPaths";
import { mertonPaths } from "./mertonPaths";
import { BLOCK_SCENARIOS, type FillBlock, type PathFactors, type PathFault, type PathPlan } from "./PathBlock";
import type { PathLaw } from "./PathLaw";
import { studentTPaths } from "./studentTPaths";

/** A law, when prices are wanted under it, and the seed of all draws. */
export type PathSimulatorInput = PathPlan & { readonly law: PathLaw };

/** Scenarios `from` … `from + count − 1`. */
export type ScenarioRange = { readonly from: number; readonly count: number };

/**
 * What simulates any range of scenarios; scenario i has the same numbers in whatever range it is asked for. Not to be shared by two calls at
 * once. Or why there is none: `times` are none or not ascending from above 0, a matrix is no correlation of the coins, or the law is outside of its domain.
 */
export type PathSimulator =
  | { readonly ok: true; readonly simulate: (range: ScenarioRange) => PathFactors }
  | { readonly ok: false; readonly reason: PathFault | "times" };

/**
 * Makes a law ready to be simulated: what does not depend on the scenario is worked out once, then each range costs its scenarios alone.
 * Every price has its forward as mean: exactly in each law's own discretisation, not by a correction of the sample.
 * The same law, times and seed give the same numbers in every process. Ranges that begin and end at multiples of 512 waste nothing.
 */
export function pathSimulator({ law, times, seed }: PathSimulatorInput): PathSimulator {
  if (!areAscending(times)) return { ok: false, reason: "times" };
  const fill = filled(law, { times, seed });
  if (typeof fill === "string") return { ok: false, reason: fill };
  const coins = law.kind === "filteredHistory" ? law.returns.length : law.coins.length;
  return { ok: true, simulate: (range) => simulate(fill, range, { coins, times: times.length }) };
}

function filled(law: PathLaw, plan: PathPlan): FillBlock | PathFault {
  switch (law.kind) {
    case "bates":
      return batesPaths(law, plan);
    case "merton":
      return mertonPaths(law, plan);
    case "studentT":
      return studentTPaths(law, plan);
    case "filteredHistory":
      return historyPaths(law, plan);
  }
}

type Shape = { readonly coins: number; readonly times: number };

function simulate(fill: FillBlock, { from, count }: ScenarioRange, { coins, times }: Shape): PathFactors {
  const columns = (length: number) => Array.from({ length }, () => new Float64Array(count));
  const factors = {
    spotFactors: Array.from({ length: coins }, () => columns(times)),
    volatilityFactors: columns(coins),
  };
  for (let offset = 0; offset < count; ) {
    const skip = (from + offset) % BLOCK_SCENARIOS;
    const wanted = Math.min(BLOCK_SCENARIOS - skip, count - offset);
    fill({ first: from + offset - skip, skip, count: wanted, offset, factors });
    offset += wanted;
  }
  return factors;
}

function areAscending(times: readonly number[]): boolean {
  return (
    times.length > 0 && times.every((time, index) => time > (times[index - 1] ?? 0) && time < Number.POSITIVE_INFINITY)
  );
}
