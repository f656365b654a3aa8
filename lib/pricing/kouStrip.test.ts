import { describe, expect, test } from "vitest";
import { optionValues, rowErrors } from "./jumpStripFixture";
import vectors from "./vectors/kou.json";

describe("reference values", () => {
  test("default: price to 1e-12·S, Greeks to 1e-12 of their natural scale", () => {
    expect(vectors.rows).toHaveLength(46);
    for (const row of vectors.rows) {
      const errors = rowErrors({ kind: "kou", parameters: row }, row);
      for (const [name, error] of errors) expect(error, `${name} of ${JSON.stringify(row)}`).toBeLessThanOrEqual(1);
    }
  });
});

describe("limits", () => {
  const jumps = { jumpIntensity: 5, upProbability: 0.4, upRate: 12, downRate: 8 };
  const market = { forward: 3500, timeToExpiryYears: 0.1 };
  const meanJump = 0.4 / 11 - 0.6 / 9;
  const atom = 3500 * Math.exp(-0.5 * meanJump);
  const at = (volatility: number, strike: number) =>
    optionValues({ kind: "kou", parameters: { ...jumps, volatility } }, market, [strike, true]);

  test("behavior: without diffusion the jumps alone: what a tiny one tends to, and an atom where there was none", () => {
    for (const strike of [2500, 3400, 4000]) {
      const [none, tiny] = [at(0, strike), at(1e-6, strike)];
      for (const field of ["price", "delta", "gamma", "theta", "probabilityBelow"] as const)
        expect(Math.abs(none[field] / tiny[field] - 1), field).toBeLessThan(1e-8);
    }
    expect(at(0, atom * (1 + 1e-12)).probabilityBelow - at(0, atom * (1 - 1e-12)).probabilityBelow).toBeCloseTo(
      Math.exp(-0.5),
      9,
    );
  });

  test("behavior: without diffusion, at the atom itself, price and Greeks are numbers between their neighbours", () => {
    for (const field of ["price", "delta", "probabilityBelow"] as const) {
      const here = at(0, atom)[field];
      const around = [at(0, atom * (1 - 1e-9))[field], at(0, atom * (1 + 1e-9))[field]];
      expect(here).toBeGreaterThanOrEqual(Math.min(...around) - 1e-9);
      expect(here).toBeLessThanOrEqual(Math.max(...around) + 1e-9);
    }
  });

  test("behavior: jumps too small to see are no jumps", () => {
    const small = { volatility: 0.6, jumpIntensity: 3, upProbability: 0.5, upRate: 1e9, downRate: 1e9 };
    const found = optionValues({ kind: "kou", parameters: small }, market, [3800, false]);
    const black = optionValues({ kind: "kou", parameters: { ...small, jumpIntensity: 0 } }, market, [3800, false]);
    for (const field of ["price", "delta", "gamma", "vega", "theta"] as const)
      expect(Math.abs(found[field] / black[field] - 1), field).toBeLessThan(1e-10);
  });

  test("error: an upward rate of 1 or less has no mean, and a share is at most 1", () => {
    const parameters = { ...jumps, volatility: 0.6 };
    for (const change of [{ upRate: 1 }, { downRate: 0 }, { upProbability: 1.1 }, { upProbability: -0.1 }])
      expect(
        optionValues({ kind: "kou", parameters: { ...parameters, ...change } }, market, [3800, false]).price,
      ).toBeNaN();
  });
});
