import { describe, expect, test } from "vitest";
import { normalOfWord } from "./normalOfWord";
import { normalQuantile } from "./normalQuantile";
import { philox } from "./philox";
import { fillRandomWords, uniformOfWord, WORDS_PER_STEP } from "./randomWords";

const SEED = 20_261_127;

function drawn(first: number, count: number, { step = 0, purpose = 1, seed = SEED } = {}): Int32Array {
  const words = new Int32Array(WORDS_PER_STEP * count);
  fillRandomWords(words, { first, count, step, purpose }, seed);
  return words;
}

describe("fillRandomWords", () => {
  test("default: Philox's words for the scenario, the step and the purpose", () => {
    for (const [first, step, purpose, seed] of [
      [0, 0, 0, 0],
      [5, 7, 3, SEED],
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0xa4093822],
    ] as const) {
      const expected = philox([first, step, purpose, 0], [seed, 0]);
      expect(Array.from(drawn(first, 1, { step, purpose, seed }), (word) => word >>> 0)).toEqual(expected);
    }
  });

  test("behavior: the authors' known answer for a counter and a key of zeros", () => {
    const words = drawn(0, 1, { purpose: 0, seed: 0 });
    expect(Array.from(words, (word) => (word >>> 0).toString(16))).toEqual([
      "6627e8d5",
      "e169c58d",
      "bc57ac4c",
      "9b00dbd8",
    ]);
  });

  test("behavior: parts joined are the whole", () => {
    const whole = drawn(100, 64);
    expect([...drawn(100, 17), ...drawn(117, 47)]).toEqual([...whole]);
  });
});

describe("uniformOfWord", () => {
  test("default: strictly inside of (0, 1), rising with the word as unsigned", () => {
    expect(uniformOfWord(0)).toBe(2 ** -33);
    expect(uniformOfWord(-1)).toBe(1 - 2 ** -33);
    expect(uniformOfWord(0x7fffffff)).toBe(0.5 - 2 ** -33);
  });
});

describe("normalOfWord", () => {
  test("default: the normal quantile of the word's uniform within 1e-10", () => {
    const words = [...drawn(0, 2_000)];
    for (let power = 0; power < 32; power += 1)
      for (let part = 0; part < 8; part += 1) words.push(Math.trunc(2 ** power * (1 + part / 8)) | 0);
    for (const word of words.flatMap((one) => [one, ~one]))
      expect(Math.abs(normalOfWord(word) - normalQuantile(uniformOfWord(word)))).toBeLessThan(1e-10);
  });

  test("behavior: odd about the middle, to the last bit", () => {
    for (const word of drawn(0, 500)) expect(normalOfWord(~word)).toBe(-normalOfWord(word));
  });

  test("behavior: moments of 400,000 draws within four standard errors", () => {
    const words = drawn(0, 100_000);
    const moment = (power: number) => words.reduce((sum, word) => sum + normalOfWord(word) ** power, 0) / words.length;
    const error = (variance: number) => 4 * Math.sqrt(variance / words.length);
    expect(Math.abs(moment(1))).toBeLessThan(error(1));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(error(2));
    expect(Math.abs(moment(3))).toBeLessThan(error(15));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(error(96));
    expect(Math.abs(moment(6) - 15)).toBeLessThan(error(10_395 - 225));
  });
});
