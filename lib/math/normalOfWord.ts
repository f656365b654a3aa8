import { normalDensity, normalTail } from "./normal";
import { normalQuantile } from "./normalQuantile";

/** Pieces of each halving of the probability, of which a word of 32 bits knows 32. */
const PIECE_BITS = 6;
const PIECES = 1 << PIECE_BITS;
const OCTAVES = 32;
const ROW = 4;
const PLACE_BITS = 31 - PIECE_BITS;
const PLACE_MASK = (1 << PLACE_BITS) - 1;
/** Places of a piece to (−1, 1). */
const PLACE_SCALE = 2 ** (1 - PLACE_BITS);

const TABLE = cubicsOfQuantile();

/**
 * The standard normal deviate of a random word: Φ⁻¹ at `uniformOfWord(word)`, rising in the word.
 * Absolute error below 1e-10. Lies within ±6.34, which one of 4·10^9 draws reaches.
 * Cubics on 64 equal pieces of every halving of the tail's probability: no branch, no rejection and no function that JavaScript engines are
 * free to round in their own way. One word a deviate: the same word as a uniform has the same rank.
 */
export function normalOfWord(word: number): number {
  const side = word >> 31;
  const tail = ((word ^ side) << 1) | 1;
  const octave = Math.clz32(tail);
  const shifted = tail << octave;
  const row = ROW * ((octave << PIECE_BITS) | ((shifted >>> PLACE_BITS) & (PIECES - 1)));
  const x = (shifted & PLACE_MASK) * PLACE_SCALE - 1;
  const high = (TABLE[row + 2] as number) + x * (TABLE[row + 3] as number);
  return ((TABLE[row] as number) + x * ((TABLE[row + 1] as number) + x * high)) * (1 | side);
}

/** Through the quantile at Chebyshev's four points of each piece, as powers of x in [−1, 1]. */
function cubicsOfQuantile(): Float64Array {
  const table = new Float64Array(ROW * PIECES * OCTAVES);
  // cos(π/8) and cos(3π/8), by square roots, which round the same way everywhere.
  const [outer, inner] = [Math.sqrt(2 + Math.SQRT2) / 2, Math.sqrt(2 - Math.SQRT2) / 2];
  const perSquare = 1 / (outer * outer - inner * inner);
  for (let index = 0; index < PIECES * OCTAVES; index += 1) {
    const octave = index >> PIECE_BITS;
    const at = (x: number) =>
      portableQuantile(((index % PIECES) + PIECES + (1 + x) / 2) * 2 ** -(octave + PIECE_BITS + 2));
    const even = (x: number) => (at(x) + at(-x)) / 2;
    const odd = (x: number) => (at(x) - at(-x)) / (2 * x);
    const cube = (odd(outer) - odd(inner)) * perSquare;
    const square = (even(outer) - even(inner)) * perSquare;
    table.set([even(outer) - square * outer * outer, odd(outer) - cube * outer * outer, square, cube], ROW * index);
  }
  return table;
}

/**
 * Φ⁻¹(p) for p ≤ ½. Engines round the logarithm in `normalQuantile` differently; cut to single precision and refined by one step to second
 * order, of functions that all engines compute alike, its digits are the same everywhere.
 */
function portableQuantile(p: number): number {
  const w = Math.fround(-normalQuantile(p));
  const newton = (normalTail(w) - p) / normalDensity(w);
  return -(w + newton * (1 + 0.5 * w * newton));
}
