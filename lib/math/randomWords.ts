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
/** Halves of Philox's two multipliers, 0xd2511f53 and 0xcd9e8d57. */
const [HIGH_0, LOW_0, HIGH_1, LOW_1] = [0xd251, 0x1f53, 0xcd9e, 0x8d57];
/** Words that one position of the counter gives. */
export const WORDS_PER_STEP = 4;

/**
 * Writes four random words of 32 bits for each scenario, one scenario after the other: what `philox` gives for the counter
 * (scenario, step, purpose, 0) and the key (seed, 0), without an array a draw. A scenario's words rest on nothing but its number, so that
 * parts of a simulation can be drawn in any order, on any number of machines.
 * Source: Salmon, Moraes, Dror, Shaw (2011).   Checked against `philox`, which has the authors' known answers.
 */
export function fillRandomWords(words: Int32Array, counter: WordCounter, seed: number): void {
  const { first, count, step, purpose } = counter;
  for (let index = 0; index < count; index += 1) {
    let [c0, c1, c2, c3] = [(first + index) | 0, step | 0, purpose | 0, 0];
    let [k0, k1] = [seed | 0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      // High halves of the products by four products of 16 bits, whose partial sums stay below 2^32: no step leaves 32-bit integers.
      const below0 = c0 & 0xffff;
      const above0 = c0 >>> 16;
      const cross0 = Math.imul(HIGH_0, below0) + (Math.imul(LOW_0, below0) >>> 16);
      const carry0 = ((cross0 & 0xffff) + Math.imul(LOW_0, above0)) >>> 16;
      const high0 = Math.imul(HIGH_0, above0) + (cross0 >>> 16) + carry0;
      const below1 = c2 & 0xffff;
      const above1 = c2 >>> 16;
      const cross1 = Math.imul(HIGH_1, below1) + (Math.imul(LOW_1, below1) >>> 16);
      const carry1 = ((cross1 & 0xffff) + Math.imul(LOW_1, above1)) >>> 16;
      const high1 = Math.imul(HIGH_1, above1) + (cross1 >>> 16) + carry1;
      const low0 = Math.imul(0xd2511f53, c0);
      c0 = high1 ^ c1 ^ k0;
      c1 = Math.imul(0xcd9e8d57, c2);
      c2 = high0 ^ c3 ^ k1;
      c3 = low0;
      k0 = (k0 + 0x9e3779b9) | 0;
      k1 = (k1 + 0xbb67ae85) | 0;
    }
    words[4 * index] = c0;
    words[4 * index + 1] = c1;
    words[4 * index + 2] = c2;
    words[4 * index + 3] = c3;
  }
}

/** The middle of one of 2^32 equal cells of (0, 1): never 0, never 1, rising in the word as unsigned. */
export function uniformOfWord(word: number): number {
  return ((word >>> 0) + 0.5) * 2 ** -32;
}
