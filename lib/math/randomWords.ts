/** Which draws: those of `count` scenarios from `first` on. Integers in [0, 2^32). */
export type WordCounter = {
  readonly first: number;
  readonly count: number;
  /** Place in the sequence that one scenario draws for one purpose. */
  readonly step: number;
  /** Tells sequences of one scenario apart; from 1 on, so that no draw is one of a `randomStream` with the same seed. */
  readonly purpose: number;
};

const ROUNDS = 10;
const ROUNDS_DONE = 2;
const MULTIPLIER_0 = 0xd2511f53;
const HIGH_0 = 0xd251;
const LOW_0 = 0x1f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const HIGH_1 = 0xcd9e;
const LOW_1 = 0x8d57;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;
/** Words that one position of the counter gives. */
export const WORDS_PER_STEP = 4;

/**
 * Writes four random words of 32 bits for each scenario, one scenario after the other: what `philox` gives for the counter
 * (scenario, step, purpose, 0) and the key (seed, 0), without an array a draw. A scenario's words rest on nothing but its number, so that
 * parts of a simulation can be drawn in any order, on any number of machines.
 * Source: Salmon, Moraes, Dror, Shaw (2011).   Checked against `philox`, which has the authors' known answers.
 */
export function fillRandomWords(words: Int32Array, { first, count, step, purpose }: WordCounter, seed: number): void {
  // What the first two rounds do to the counter's other words is the same for all scenarios.
  const head = highProduct(purpose, HIGH_1, LOW_1) ^ step ^ seed;
  const headHigh = highProduct(head, HIGH_0, LOW_0);
  const headLow = Math.imul(MULTIPLIER_0, head);
  const purposeLow = Math.imul(MULTIPLIER_1, purpose);
  const second0 = (seed + KEY_STEP_0) | 0;
  const second1 = KEY_STEP_1 | 0;
  const third0 = (second0 + KEY_STEP_0) | 0;
  const third1 = (second1 + KEY_STEP_1) | 0;
  for (let index = 0; index < count; index += 1) {
    const scenario = (first + index) | 0;
    const mixed = highProduct(scenario, HIGH_0, LOW_0);
    let c0 = highProduct(mixed, HIGH_1, LOW_1) ^ purposeLow ^ second0;
    let c1 = Math.imul(MULTIPLIER_1, mixed);
    let c2 = headHigh ^ Math.imul(MULTIPLIER_0, scenario) ^ second1;
    let c3 = headLow;
    let k0 = third0;
    let k1 = third1;
    for (let round = ROUNDS_DONE; round < ROUNDS; round += 1) {
      const high0 = highProduct(c0, HIGH_0, LOW_0);
      const low0 = Math.imul(MULTIPLIER_0, c0);
      c0 = highProduct(c2, HIGH_1, LOW_1) ^ c1 ^ k0;
      c1 = Math.imul(MULTIPLIER_1, c2);
      c2 = high0 ^ c3 ^ k1;
      c3 = low0;
      k0 = (k0 + KEY_STEP_0) | 0;
      k1 = (k1 + KEY_STEP_1) | 0;
    }
    words[4 * index] = c0;
    words[4 * index + 1] = c1;
    words[4 * index + 2] = c2;
    words[4 * index + 3] = c3;
  }
}

/** The upper 32 bits of a product of 32-bit words by four products of 16 bits, whose sums stay below 2^32: no step leaves the integers. */
function highProduct(word: number, high: number, low: number): number {
  const below = word & 0xffff;
  const above = word >>> 16;
  const cross = Math.imul(high, below) + (Math.imul(low, below) >>> 16);
  const rest = (cross & 0xffff) + Math.imul(low, above);
  return (Math.imul(high, above) + (cross >>> 16) + (rest >>> 16)) | 0;
}

/** The middle of one of 2^32 equal cells of (0, 1): never 0, never 1, rising in the word as unsigned. */
export function uniformOfWord(word: number): number {
  return ((word >>> 0) + 0.5) * 2 ** -32;
}
