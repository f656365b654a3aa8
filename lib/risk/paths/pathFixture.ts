import { normalOfWord } from "@/lib/math/normalOfWord";
import { fillRandomWords } from "@/lib/math/randomWords";
import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import type { PathFactors } from "./PathBlock";
import type { BatesPathLaw, HistoryPathLaw, MertonPathLaw, StudentTPathLaw } from "./PathLaw";
import { type PathSimulatorInput, pathSimulator, type ScenarioRange } from "./pathSimulator";

export const CALM: BatesParameters = {
  initialVariance: 0.36,
  meanReversion: 2.5,
  longRunVariance: 0.3,
  volatilityOfVariance: 0.9,
  correlation: -0.4,
  jumpIntensity: 6,
  meanLogJump: -0.05,
  jumpDeviation: 0.08,
};

/** Violates Feller's condition by a factor of 7: the variance is often next to 0. */
export const WILD: BatesParameters = {
  ...CALM,
  initialVariance: 0.2,
  meanReversion: 1.5,
  longRunVariance: 0.4,
  volatilityOfVariance: 3,
  correlation: -0.6,
};

export const TWO_COINS: BatesPathLaw = {
  kind: "bates",
  coins: [CALM, WILD],
  correlation: [
    [1, 0.8],
    [0.8, 1],
  ],
  commonJumpShare: 0.5,
  jumpCorrelation: [
    [1, 0.9],
    [0.9, 1],
  ],
  referenceYears: 14 / 365,
};

export const TWO_MERTONS: MertonPathLaw = {
  ...TWO_COINS,
  kind: "merton",
  coins: [
    { volatility: 0.5, jumpIntensity: 8, meanLogJump: -0.08, jumpDeviation: 0.1 },
    { volatility: 0.7, jumpIntensity: 3, meanLogJump: 0.02, jumpDeviation: 0.2 },
  ],
};

export const TWO_STUDENTS: StudentTPathLaw = {
  kind: "studentT",
  degreesOfFreedom: 4,
  coins: [
    { volatility: 0.6, volatilityPerFall: 0.5 },
    { volatility: 0.9, volatilityPerFall: 0.8 },
  ],
  correlation: TWO_COINS.correlation,
};

/** Three hundred days of two coins, of which the second moves with the first; later ones are wilder, and each has fat tails. */
export const TWO_HISTORIES: HistoryPathLaw = { kind: "filteredHistory", returns: historicalReturns(300) };

function historicalReturns(days: number): readonly Float64Array[] {
  const words = new Int32Array(4 * days);
  fillRandomWords(words, { first: 0, count: days, step: 0, purpose: 1 }, 2_026);
  const normal = (day: number, place: number) => normalOfWord(words[4 * day + place] ?? 0);
  return [0.3, 0.6].map((own, coin) =>
    Float64Array.from({ length: days }, (_, day) => {
      const size = (0.02 + 0.0001 * day) * (1 + 0.5 * Math.abs(normal(day, 3)));
      return size * (normal(day, 0) + own * normal(day, 1 + coin)) + 0.001;
    }),
  );
}

export const LAWS = [TWO_COINS, TWO_MERTONS, TWO_STUDENTS, TWO_HISTORIES] as const;

/** The factors of a range, of a law that must be in its domain. */
export function simulated({ from, count, ...input }: PathSimulatorInput & ScenarioRange): PathFactors {
  const simulator = pathSimulator(input);
  if (!simulator.ok) throw new RangeError(simulator.reason);
  return simulator.simulate({ from, count });
}

/** How many of its standard errors a sample's mean lies from what it should be. */
export function errorsFrom(expected: number, sample: ArrayLike<number>): number {
  const values = Float64Array.from(sample);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return Math.abs(mean - expected) / Math.sqrt(square / values.length);
}

/** Pearson's correlation of two columns. */
export function correlationOf(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(x), mean(y)];
  const product = (one: Float64Array, other: Float64Array, [p, q]: readonly [number, number]) =>
    one.reduce((sum, value, index) => sum + (value - p) * ((other[index] ?? 0) - q), 0);
  return product(x, y, [a, b]) / Math.sqrt(product(x, x, [a, a]) * product(y, y, [b, b]));
}
