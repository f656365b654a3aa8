import { describe, expect, test } from "vitest";
import { filteredColumn } from "./historyFilter";
import { errorsFrom, simulated, TWO_HISTORIES } from "./pathFixture";
import { cumulantAt, sampleCumulants } from "./sampleCumulants";

const COUNT = 30_000;
const filtered = TWO_HISTORIES.returns.map((returns) => filteredColumn(returns, 0.94));

function variancesAfter(days: number): readonly Float64Array[] {
  const { volatilityFactors } = simulated({ law: TWO_HISTORIES, times: [days / 365], seed: 9, from: 0, count: COUNT });
  return volatilityFactors.map((column) => column.map((factor) => factor ** 2));
}

describe("historyPaths", () => {
  test("default: a day ahead is one of the past, the same for both coins, scaled to the volatility now", () => {
    const { spotFactors } = simulated({ law: TWO_HISTORIES, times: [1 / 365], seed: 3, from: 0, count: 200 });
    const possible = filtered.map((column) => {
      const deviation = Math.sqrt(column?.variance ?? 0);
      const factors = (column?.residuals ?? new Float64Array()).map((residual) => Math.exp(deviation * residual));
      const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
      return factors.map((factor) => factor / mean);
    });
    for (let index = 0; index < 200; index += 1) {
      const day =
        possible[0]?.findIndex((factor) => Math.abs(factor - (spotFactors[0]?.[0]?.[index] ?? 0)) < 1e-9) ?? -1;
      expect(day).toBeGreaterThanOrEqual(0);
      expect(spotFactors[1]?.[0]?.[index]).toBeCloseTo(possible[1]?.[day] ?? Number.NaN, 9);
    }
  });

  test.each([1, 7.4, 30])("behavior: the variance has no drift in %d days", (days) => {
    for (const squares of variancesAfter(days)) expect(errorsFrom(1, squares)).toBeLessThan(4);
  });

  test("behavior: a part of a day has its part of the variance", () => {
    const { spotFactors } = simulated({ law: TWO_HISTORIES, times: [0.25 / 365], seed: 3, from: 0, count: COUNT });
    for (const [coin, column] of filtered.entries()) {
      const deviation = Math.sqrt((column?.variance ?? 0) / 4);
      const drift = cumulantAt(sampleCumulants(column?.residuals ?? new Float64Array()), deviation);
      const squares = spotFactors[coin]?.[0]?.map((spot) => ((Math.log(spot) + drift) / deviation) ** 2) ?? [];
      expect(errorsFrom(1, squares)).toBeLessThan(4);
    }
  });
});

describe("filteredColumn", () => {
  test("default: by hand", () => {
    const [a, b, c] = [0.03, -0.01, -0.02];
    const start = (a * a + b * b + c * c) / 3;
    const second = 0.9 * start + 0.1 * a * a;
    const third = 0.9 * second + 0.1 * b * b;
    const raw = [a / Math.sqrt(start), b / Math.sqrt(second), c / Math.sqrt(third)];
    const mean = raw.reduce((sum, value) => sum + value, 0) / 3;
    const size = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3);
    const found = filteredColumn([a + 0.5, b + 0.5, c + 0.5], 0.9);
    expect(found?.variance).toBeCloseTo(0.9 * third + 0.1 * c * c, 14);
    for (const [index, value] of raw.entries()) expect(found?.residuals[index]).toBeCloseTo((value - mean) / size, 12);
  });

  test.each([[[]], [[0.1]], [[0.1, 0.1]], [[0.1, Number.NaN]]])("error: %j has none", (returns) => {
    expect(filteredColumn(returns, 0.94)).toBeNull();
  });
});

describe("cumulantAt", () => {
  test("default: the logarithm of the sample's mean of e^(sz) within 1e-8", () => {
    const sample = filtered[0]?.residuals ?? new Float64Array();
    const withExtremes = Float64Array.from([...sample, -12, 15]);
    const table = sampleCumulants(withExtremes);
    for (const s of [0, 1e-4, 0.0137, 0.0501, 0.2222, 0.7, 0.9999, 1]) {
      const mean = withExtremes.reduce((sum, z) => sum + Math.exp(s * z), 0) / withExtremes.length;
      expect(Math.abs(cumulantAt(table, s) - Math.log(mean))).toBeLessThan(1e-8);
    }
  });
});
