import { describe, expect, test } from "vitest";
import { fillGammaDeviates } from "./gammaDeviates";

function deviates(shape: number, count: number, first = 0): Float64Array {
  const found = new Float64Array(count);
  fillGammaDeviates(found, shape, { first, purpose: 4, seed: 12 });
  return found;
}

describe("fillGammaDeviates", () => {
  test.each([1, 1.25, 2, 7.5])("default: mean and variance are the shape %d, within four standard errors", (shape) => {
    const count = 40_000;
    const found = deviates(shape, count);
    const mean = found.reduce((sum, value) => sum + value, 0) / count;
    const variance = found.reduce((sum, value) => sum + (value - shape) ** 2, 0) / count;
    expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / count));
    // The fourth central moment is 3k² + 6k.
    expect(Math.abs(variance - shape)).toBeLessThan(4 * Math.sqrt((2 * shape ** 2 + 6 * shape) / count));
  });

  test("behavior: of shape 2 the probability of less than x is 1 − (1 + x)·e^(−x)", () => {
    const count = 40_000;
    const found = deviates(2, count);
    for (const x of [0.05, 0.3, 1, 2, 4, 8]) {
      const expected = 1 - (1 + x) * Math.exp(-x);
      const share = found.filter((value) => value < x).length / count;
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / count));
    }
  });

  test("behavior: parts joined are the whole", () => {
    expect([...deviates(2, 40, 0), ...deviates(2, 60, 40)]).toEqual([...deviates(2, 100)]);
  });
});
