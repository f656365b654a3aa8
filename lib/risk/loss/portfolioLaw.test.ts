import { describe, expect, test } from "vitest";
import { randomStream } from "@/lib/math/randomStream";
import { type LawInput, portfolioLaw } from "./portfolioLaw";

const fit = {
  ...{ initialVariance: 0.25, meanReversion: 4, longRunVariance: 0.3, volatilityOfVariance: 1, correlation: -0.5 },
  ...{ jumpIntensity: 10, meanLogJump: -0.02, jumpDeviation: 0.05 },
};
const draws = randomStream({ seed: 3 });
const shared = Array.from({ length: 60 }, () => draws.normal());
const returns = {
  coins: ["ETH", "BTC"],
  columns: [Float64Array.from(shared, (x) => 0.03 * x), Float64Array.from(shared, (x) => 0.02 * (x + draws.normal()))],
};
const input: LawInput = { name: "bates", fitted: [fit, fit], volatilities: [0.6, 0.5], returns };

describe("the law of several coins", () => {
  test("default: each coin as fitted, correlated as the days were", () => {
    const found = portfolioLaw(input);
    expect(found).toMatchObject({ ok: true, isCorrelationAssumed: false, law: { kind: "bates", coins: [fit, fit] } });
    if (!found.ok) return;
    expect(found.correlation[0]?.[0]).toBe(1);
    expect(found.correlation[0]?.[1]).toBeGreaterThan(0.5);
    expect(found.correlation[0]?.[1]).toBeLessThan(0.9);
  });

  test("behavior: Student's law moves volatility as the fitted one does, and leaves it where none is fitted", () => {
    const found = portfolioLaw({ ...input, name: "studentT", fitted: [fit, null] });
    expect(found).toMatchObject({
      law: {
        kind: "studentT",
        coins: [
          { volatility: 0.6, volatilityPerFall: 0.5 },
          { volatility: 0.5, volatilityPerFall: 0 },
        ],
      },
    });
  });

  test("behavior: without enough days coins are taken to move as one, and it is said", () => {
    const few = { ...returns, columns: returns.columns.map((column) => column.slice(0, 12)) };
    expect(portfolioLaw({ ...input, returns: few })).toMatchObject({
      isCorrelationAssumed: true,
      correlation: [
        [1, 1],
        [1, 1],
      ],
    });
    expect(portfolioLaw({ ...input, name: "filteredHistory", returns: few })).toEqual({
      ok: false,
      reason: "shortHistory",
    });
  });

  test("error: what a law lacks", () => {
    expect(portfolioLaw({ ...input, fitted: [fit, null] })).toEqual({ ok: false, reason: "notFitted" });
    expect(portfolioLaw({ ...input, name: "studentT", volatilities: [0.6, null] })).toEqual({
      ok: false,
      reason: "noVolatility",
    });
  });
});
