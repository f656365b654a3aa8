import { describe, expect, test } from "vitest";
import { portableExpm1, portableLog } from "./portableFunctions";

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe("portableLog", () => {
  test("default: the logarithm within a rounding of the engine's own", () => {
    for (let x = 1e-300; x < 1e300; x *= 1.9) expect(relative(portableLog(x), Math.log(x))).toBeLessThan(5e-16);
    expect(portableLog(1)).toBe(0);
  });

  test("behavior: outside of its domain as the engine's", () => {
    expect([0, -1, Number.NaN, Number.POSITIVE_INFINITY].map(portableLog)).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ]);
  });
});

describe("portableExpm1", () => {
  test("default: within four roundings of the engine's own, on both sides of 0", () => {
    for (let size = 1e-300; size < 700; size *= 1.9)
      for (const x of [size, -size]) expect(relative(portableExpm1(x), Math.expm1(x))).toBeLessThan(1e-15);
    expect(portableExpm1(0)).toBe(0);
    expect(portableExpm1(0.5)).toBeCloseTo(Math.expm1(0.5), 15);
  });

  test("behavior: far out it is −1 and endless, of no number none", () => {
    expect([Number.NEGATIVE_INFINITY, 800, Number.NaN].map(portableExpm1)).toEqual([
      -1,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
  });
});
