import { normalOfWord } from "@/lib/math/normalOfWord";
import { portableExpm1 } from "@/lib/math/portableFunctions";
import { uniformOfWord } from "@/lib/math/randomWords";
import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import { poissonWeights } from "@/lib/pricing/poissonWeights";
import { BLOCK_SCENARIOS, intervalsOf, type PathFault, type PathPlan } from "./PathBlock";
import type { BatesPathLaw } from "./PathLaw";
import { blockWords, correlationFactor, drawWords, SCENARIO_WORDS } from "./pathDraws";

type JumpParameters = Pick<BatesParameters, "jumpIntensity" | "meanLogJump" | "jumpDeviation">;
type JumpLaw = Pick<BatesPathLaw, "commonJumpShare" | "jumpCorrelation"> & {
  readonly coins: readonly JumpParameters[];
};

/** Adds the jumps of one interval to the logarithms of a block's prices. */
export type AddJumps = (logSpots: readonly Float64Array[], words: readonly Int32Array[], at: JumpInterval) => void;
type JumpInterval = { readonly first: number; readonly interval: number };

/** Which of a coin's two words is of its own jumps; the other is left to the law. In the common sequence: the number, of coin 0, and sizes. */
const OWN = 1;
const [COUNT, SIZE] = [0, 1];

/**
 * Compensated lognormal jumps of several coins in the intervals between a plan's times. Their number is Poisson's and their sum, given it,
 * normal, so that an interval of any length is exact in one draw. With the common intensity c = share·min(λ) a coin has common jumps at c
 * and its own at λ − c, all of its sizes: alone it jumps as without the others.
 * `words` hold each coin's jump draws of the interval. Domain: a share in [0, 1].
 */
export function jointJumps(law: JumpLaw, { times, seed }: PathPlan): AddJumps | PathFault {
  const { coins, commonJumpShare: share } = law;
  const factor = correlationFactor(law.jumpCorrelation, coins.length);
  if (factor === null) return "correlation";
  if (!(share >= 0 && share <= 1)) return "parameters";
  const common = coins.length > 1 ? share * Math.min(...coins.map(({ jumpIntensity }) => jumpIntensity)) : 0;
  const intervals = intervalsOf(times).map((years) => ({
    years,
    common: poissonSteps(common * years),
    own: coins.map(({ jumpIntensity }) => poissonSteps((jumpIntensity - common) * years)),
  }));
  const commonWords = coins.map(blockWords);
  return (logSpots, words, { first, interval }) => {
    const { years, own, common: steps } = intervals[interval] as (typeof intervals)[number];
    for (const [coin, parameters] of coins.entries()) {
      const logSpot = logSpots[coin] as Float64Array;
      addOwnJumps(logSpot, words[coin] as Int32Array, { parameters, years, steps: own[coin] as PoissonSteps });
    }
    if (common === 0) return;
    for (const [coin, column] of commonWords.entries())
      drawWords(column, first, { purpose: "commonJumps", coin, step: interval, seed });
    for (let index = 0; index < BLOCK_SCENARIOS; index += 1) {
      const word = commonWords[0]?.[SCENARIO_WORDS * index + COUNT] as number;
      const count = steps.first + poissonPlace(word, steps);
      if (count > 0) addCommonJumps(logSpots, { coins, factor, words: commonWords, index, count });
    }
  };
}

type OwnJumps = { readonly parameters: JumpParameters; readonly years: number; readonly steps: PoissonSteps };

/** Places of the scenarios that jump. */
const struck = new Int32Array(BLOCK_SCENARIOS);

/** The coin's own jumps, and what takes the mean of all its jumps off again. */
function addOwnJumps(logSpot: Float64Array, words: Int32Array, { parameters, years, steps }: OwnJumps): void {
  const { jumpIntensity, meanLogJump, jumpDeviation } = parameters;
  if (jumpIntensity === 0) return;
  const drift = -jumpIntensity * portableExpm1(meanLogJump + 0.5 * jumpDeviation * jumpDeviation) * years;
  const none = steps.first === 0 ? (steps.below[0] as number) : 0;
  const limit = Math.floor(none * 2 ** 31) - 1;
  let found = 0;
  for (let index = 0; index < logSpot.length; index += 1) {
    logSpot[index] = (logSpot[index] as number) + drift;
    struck[found] = index;
    // Counts where the word's upper 31 bits exceed the limit: a sign, not a branch that goes wrong once a jump.
    found += (limit - ((words[SCENARIO_WORDS * index + OWN] as number) >>> 1)) >>> 31;
  }
  for (let place = 0; place < found; place += 1) {
    const index = struck[place] as number;
    const sum = sumOfOwnJumps(words[SCENARIO_WORDS * index + OWN] as number, parameters, steps);
    logSpot[index] = (logSpot[index] as number) + sum;
  }
}

function sumOfOwnJumps(word: number, parameters: JumpParameters, steps: PoissonSteps): number {
  const place = poissonPlace(word, steps);
  return sumOfJumps(parameters, steps.first + place, normalOfWord(restOf(word, place, steps)));
}

type CommonJumps = {
  readonly coins: readonly JumpParameters[];
  readonly factor: Float64Array;
  readonly words: readonly Int32Array[];
  readonly index: number;
  readonly count: number;
};

function addCommonJumps(logSpots: readonly Float64Array[], { coins, factor, words, index, count }: CommonJumps): void {
  for (const [coin, parameters] of coins.entries()) {
    const logSpot = logSpots[coin] as Float64Array;
    let deviate = 0;
    for (let other = 0; other <= coin; other += 1) {
      const word = words[other]?.[SCENARIO_WORDS * index + SIZE] as number;
      deviate += (factor[coin * coins.length + other] as number) * normalOfWord(word);
    }
    logSpot[index] = (logSpot[index] as number) + sumOfJumps(parameters, count, deviate);
  }
}

function sumOfJumps({ meanLogJump, jumpDeviation }: JumpParameters, count: number, deviate: number): number {
  return count * meanLogJump + Math.sqrt(count) * jumpDeviation * deviate;
}

/** Poisson's distribution function from its first number on that is not negligible, and 2^32 over each number's probability. */
type PoissonSteps = { readonly first: number; readonly below: Float64Array; readonly spread: Float64Array };

function poissonSteps(mean: number): PoissonSteps {
  const { first, weights } = poissonWeights(mean);
  let sum = 0;
  const below = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  return { first, below, spread: weights.map((weight) => 2 ** 32 / weight) };
}

/** By inversion: how far behind the first the number is whose distribution function reaches the word's uniform. */
function poissonPlace(word: number, { below }: PoissonSteps): number {
  const uniform = uniformOfWord(word);
  const last = below.length - 1;
  let place = 0;
  while (place < last && uniform > (below[place] as number)) place += 1;
  return place;
}

/**
 * What the number of jumps leaves of its word, as a word of its own: given the number, the place of the uniform among those that give it is
 * uniform as well. A number with probability p leaves 2^32·p places.
 */
function restOf(word: number, place: number, { below, spread }: PoissonSteps): number {
  const from = place === 0 ? 0 : (below[place - 1] as number);
  const rest = (uniformOfWord(word) - from) * (spread[place] as number);
  return Math.min(rest, 2 ** 32 - 1) | 0;
}
