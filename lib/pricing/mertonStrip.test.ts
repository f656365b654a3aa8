import { describe, expect, test } from "vitest";
import { optionValues, rowErrors } from "./jumpStripFixture";
import { poissonWeights } from "./poissonWeights";
import vectors from "./vectors/merton.json";

describe("reference values", () => {
  test("default: price to 1e-12·S, Greeks to 1e-12 of their natural scale, QuantLib's to 1e-11", () => {
    expect(vectors.rows).toHaveLength(158);
    for (const row of vectors.rows) {
      const errors = rowErrors({ kind: "merton", parameters: row }, row);
      for (const [name, error] of errors) expect(error, `${name} of ${JSON.stringify(row)}`).toBeLessThanOrEqual(1);
    }
  });

  test("default: the prices printed in the book, to a unit of their last digit", () => {
    for (const { published, ...row } of vectors.rows) {
      if (published === undefined) continue;
      const [[, error = NaN] = []] = rowErrors({ kind: "merton", parameters: row }, { ...row, price: published });
      expect(error * 1e-12 * row.S).toBeLessThanOrEqual(0.01);
    }
  });
});

describe("limits", () => {
  const jumps = { jumpIntensity: 5, meanLogJump: -0.1, jumpDeviation: 0.2 };
  const market = { forward: 3500, timeToExpiryYears: 0.1 };

  test("behavior: without diffusion the jumps alone: what a tiny one tends to, and an atom where there was none", () => {
    for (const strike of [2500, 3400, 4000]) {
      const none = optionValues({ kind: "merton", parameters: { ...jumps, volatility: 0 } }, market, [strike, false]);
      const tiny = optionValues({ kind: "merton", parameters: { ...jumps, volatility: 1e-7 } }, market, [
        strike,
        false,
      ]);
      for (const field of ["price", "delta", "gamma", "theta", "probabilityBelow"] as const)
        expect(Math.abs(none[field] / tiny[field] - 1), field).toBeLessThan(1e-9);
    }
    const atom = 3500 * Math.exp(-5 * 0.1 * Math.expm1(-0.08));
    const at = (strike: number) =>
      optionValues({ kind: "merton", parameters: { ...jumps, volatility: 0 } }, market, [strike, true])
        .probabilityBelow;
    expect(at(atom * (1 + 1e-12)) - at(atom * (1 - 1e-12))).toBeCloseTo(Math.exp(-0.5), 9);
  });

  test("behavior: jumps that are all alike, and jumps of nothing, which are no jumps", () => {
    const alike = { volatility: 0.6, jumpIntensity: 5, meanLogJump: 0, jumpDeviation: 0 };
    const found = optionValues({ kind: "merton", parameters: alike }, market, [3800, false]);
    const black = optionValues({ kind: "merton", parameters: { ...alike, jumpIntensity: 0 } }, market, [3800, false]);
    for (const field of ["price", "delta", "gamma", "vega", "probabilityBelow"] as const)
      expect(Math.abs(found[field] / black[field] - 1), field).toBeLessThan(1e-14);
    expect(Math.abs(found.theta / black.theta - 1)).toBeLessThan(1e-12);
  });
});

describe("poissonWeights", () => {
  test("default: e^(−μ)·μⁿ/n!, from the first that counts", () => {
    const { first, weights } = poissonWeights(2.5);
    expect(first).toBe(0);
    for (const [n, expected] of [
      0.0820849986238988, 0.205212496559747, 0.256515620699684, 0.21376301724973648,
    ].entries())
      expect(Math.abs((weights[n] ?? NaN) / expected - 1)).toBeLessThan(1e-14);
    expect([...poissonWeights(0).weights]).toEqual([1]);
  });

  test("behavior: sums to 1 about its mean where e^(−μ) itself is nothing", () => {
    const { first, weights } = poissonWeights(2000);
    expect(first).toBeGreaterThan(1500);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
    expect(weights.reduce((sum, weight, index) => sum + weight * (first + index), 0)).toBeCloseTo(2000, 9);
  });
});
