import { choleskyFactor, type Matrix } from "@/lib/math/choleskyFactor";
import { normalOfWord } from "@/lib/math/normalOfWord";
import { fillRandomWords, WORDS_PER_STEP } from "@/lib/math/randomWords";
import { BLOCK_SCENARIOS } from "./PathBlock";

/** What draws are for: each purpose, and each coin in it, has a sequence of its own. */
const PURPOSES = { shocks: 1, jumps: 2, commonJumps: 3, mixing: 4, days: 5 } as const;
const COIN_STRIDE = 8;

export type Draws = {
  readonly purpose: keyof typeof PURPOSES;
  /** Left out for draws that all coins share. */
  readonly coin?: number;
  readonly step: number;
  readonly seed: number;
};

/** Words of a scenario at one step of a sequence: two scenarios share a position of the generator. */
export const SCENARIO_WORDS = 2;

export const blockWords = () => new Int32Array(SCENARIO_WORDS * BLOCK_SCENARIOS);

/** Draws two words for each scenario of the block that begins at `first`. */
export function drawWords(words: Int32Array, first: number, { purpose, coin = 0, step, seed }: Draws): void {
  const counter = { first: (first * SCENARIO_WORDS) / WORDS_PER_STEP, count: words.length / WORDS_PER_STEP, step };
  fillRandomWords(words, { ...counter, purpose: purposeOf(purpose) + COIN_STRIDE * coin }, seed);
}

/** The number of a purpose that all coins share. */
export function purposeOf(purpose: keyof typeof PURPOSES): number {
  return PURPOSES[purpose];
}

/** The normal deviates of one of each scenario's two words. */
export function fillNormals(normals: Float64Array, words: Int32Array, place: number): void {
  for (let index = 0; index < normals.length; index += 1) {
    normals[index] = normalOfWord(words[SCENARIO_WORDS * index + place] as number);
  }
}

/** Independent deviates, a column a coin, become correlated by the factor of {@link correlationFactor}, in place. */
export function correlate(columns: readonly Float64Array[], factor: Float64Array): void {
  const size = columns.length;
  for (let row = size - 1; row >= 0; row -= 1) {
    const target = columns[row] as Float64Array;
    scale(target, factor[row * size + row] as number);
    for (let column = 0; column < row; column += 1) {
      addScaled(target, columns[column] as Float64Array, factor[row * size + column] as number);
    }
  }
}

/** Cholesky's factor of a correlation matrix of so many coins; null when it is none. */
export function correlationFactor(matrix: Matrix, size: number): Float64Array | null {
  if (matrix.length !== size || matrix.some((row, index) => row[index] !== 1)) return null;
  return choleskyFactor(matrix);
}

function scale(target: Float64Array, by: number): void {
  if (by === 1) return;
  for (let index = 0; index < target.length; index += 1) target[index] = by * (target[index] as number);
}

function addScaled(target: Float64Array, source: Float64Array, by: number): void {
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] as number) + by * (source[index] as number);
  }
}
