import { describe, expect, test } from "vitest";
import { philox } from "./philox";
import { randomStream } from "./randomStream";

const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, "0")).join(" ");

describe("philox", () => {
  test.each([
    { counter: [0, 0, 0, 0], key: [0, 0], expected: "6627e8d5 e169c58d bc57ac4c 9b00dbd8" },
    {
      counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      key: [0xffffffff, 0xffffffff],
      expected: "408f276d 41c83b0e a20bc7c6 6d5451fd",
    },
    {
      counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      key: [0xa4093822, 0x299f31d0],
      expected: "d16cfe09 94fdcceb 5001e420 24126ea1",
    },
  ] as const)("default: the authors' known answer $expected", ({ counter, key, expected }) => {
    expect(hex(philox(counter, key))).toBe(expected);
  });
});

describe("randomStream", () => {
  test("default: the same seed and stream repeat, another of either does not", () => {
    const take = (seed: number, stream?: number) => {
      const random = randomStream(stream === undefined ? { seed } : { seed, stream });
      return [random.uniform(), random.normal(), random.uniform(), random.normal()];
    };
    expect(take(7)).toEqual(take(7, 0));
    expect(take(7)).not.toEqual(take(8));
    expect(take(7)).not.toEqual(take(7, 1));
  });

  test("behavior: the first draws are the counter's words", () => {
    const [a, b, c, d] = philox([0, 0, 0, 0], [42, 3]);
    const random = randomStream({ seed: 42, stream: 3 });
    expect(random.uniform()).toBe((a * 2 ** 20 + Math.floor(b / 2 ** 12) + 0.5) / 2 ** 52);
    expect(random.uniform()).toBe((c * 2 ** 20 + Math.floor(d / 2 ** 12) + 0.5) / 2 ** 52);
  });

  test("behavior: moments within four standard errors, uniforms strictly inside (0, 1)", () => {
    const count = 40_000;
    const random = randomStream({ seed: 20_261_122 });
    let sum = 0;
    let squares = 0;
    let fourth = 0;
    let uniforms = 0;
    for (let index = 0; index < count; index += 1) {
      const z = random.normal();
      const u = random.uniform();
      expect(u > 0 && u < 1).toBe(true);
      sum += z;
      squares += z * z;
      fourth += z ** 4;
      uniforms += u;
    }
    const error = (deviation: number) => (4 * deviation) / Math.sqrt(count);
    expect(Math.abs(sum / count)).toBeLessThan(error(1));
    expect(Math.abs(squares / count - 1)).toBeLessThan(error(Math.SQRT2));
    expect(Math.abs(fourth / count - 3)).toBeLessThan(error(Math.sqrt(96)));
    expect(Math.abs(uniforms / count - 0.5)).toBeLessThan(error(Math.sqrt(1 / 12)));
  });
});
