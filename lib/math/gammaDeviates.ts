import { normalOfWord } from "./normalOfWord";
import { portableLog } from "./portableFunctions";
import { fillRandomWords, uniformOfWord, WORDS_PER_STEP, type WordCounter } from "./randomWords";

/** Tries that four words serve. */
const TRIES = WORDS_PER_STEP / 2;
const ONE = new Int32Array(WORDS_PER_STEP);

/**
 * Writes a deviate of the gamma distribution with scale 1 for each scenario from `first` on; it rests on nothing but the scenario's number. Twice
 * one of shape ν/2 is chi-square with ν degrees of freedom. What is rejected, one in twenty at most, is drawn again at the next step.
 * Domain: shape ≥ 1.
 * Source: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables" (2000).
 */
export function fillGammaDeviates(
  deviates: Float64Array,
  shape: number,
  { first, purpose, seed }: Pick<WordCounter, "first" | "purpose"> & { readonly seed: number },
): void {
  const centre = shape - 1 / 3;
  const spread = 1 / Math.sqrt(9 * centre);
  for (let index = 0; index < deviates.length; index += 1) {
    let found = Number.NaN;
    for (let step = 0; Number.isNaN(found); step += 1) {
      fillRandomWords(ONE, { first: first + index, count: 1, step, purpose }, seed);
      for (let next = 0; next < TRIES && Number.isNaN(found); next += 1) {
        found = accepted(normalOfWord(ONE[2 * next] as number), uniformOfWord(ONE[2 * next + 1] as number), {
          centre,
          spread,
        });
      }
    }
    deviates[index] = found;
  }
}

/** The deviate of one try, or NaN. */
function accepted(
  normal: number,
  uniform: number,
  { centre, spread }: { readonly centre: number; readonly spread: number },
): number {
  const root = 1 + spread * normal;
  const cube = root * root * root;
  if (root <= 0) return Number.NaN;
  const limit = 0.5 * normal * normal + centre * (1 - cube + portableLog(cube));
  return portableLog(uniform) < limit ? centre * cube : Number.NaN;
}
