import { describe, expect, test } from "vitest";
import { mertonStrip } from "@/lib/pricing/mertonStrip";
import { correlationOf, errorsFrom, simulated, TWO_MERTONS } from "./pathFixture";

const COUNT = 60_000;

describe("mertonPaths", () => {
  test("default: options by paths and by the series agree at every time", () => {
    const times = [2 / 365, 30 / 365];
    const { spotFactors, volatilityFactors } = simulated({ law: TWO_MERTONS, times, seed: 21, from: 0, count: COUNT });
    const strikes = [0.7, 0.95, 1, 1.05, 1.3];
    const isPut = strikes.map((strike) => strike < 1);
    for (const [coin, parameters] of TWO_MERTONS.coins.entries())
      for (const [index, timeToExpiryYears] of times.entries()) {
        const { price, probabilityBelow } = mertonStrip(parameters, { forward: 1, strikes, isPut, timeToExpiryYears });
        const spots = spotFactors[coin]?.[index] ?? new Float64Array();
        for (const [place, strike] of strikes.entries()) {
          const payoff = spots.map((spot) => Math.max(0, isPut[place] ? strike - spot : spot - strike));
          // A payoff that hardly any path has counts no standard errors.
          if (payoff.filter((paid) => paid > 0).length < 100) continue;
          expect(errorsFrom(price[place] ?? Number.NaN, payoff)).toBeLessThan(4);
          const below = spots.map((spot) => (spot < strike ? 1 : 0));
          expect(errorsFrom(probabilityBelow[place] ?? Number.NaN, below)).toBeLessThan(4);
        }
      }
    expect(volatilityFactors.every((column) => column.every((factor) => factor === 1))).toBe(true);
  });

  test("behavior: variance adds up over the times, shocks and jumps in common give the covariance", () => {
    const [years, share] = [10 / 365, 1];
    const law = { ...TWO_MERTONS, commonJumpShare: share };
    const { spotFactors } = simulated({ law, times: [years / 2, years], seed: 5, from: 0, count: COUNT });
    const logs = spotFactors.map((times) => (times[1] ?? new Float64Array()).map(Math.log));
    const [one, other] = law.coins as [(typeof law.coins)[number], (typeof law.coins)[number]];
    const variance = ({ volatility, jumpIntensity, meanLogJump, jumpDeviation }: typeof one) =>
      volatility ** 2 + jumpIntensity * (meanLogJump ** 2 + jumpDeviation ** 2);
    const sizes = one.meanLogJump * other.meanLogJump + 0.9 * one.jumpDeviation * other.jumpDeviation;
    const covariance = 0.8 * one.volatility * other.volatility + 3 * share * sizes;
    const expected = covariance / Math.sqrt(variance(one) * variance(other));
    // Jumps have fatter tails than the normal law of which this is the standard error.
    const error = (1 - expected ** 2) / Math.sqrt(COUNT);
    expect(Math.abs(correlationOf(logs[0] as Float64Array, logs[1] as Float64Array) - expected)).toBeLessThan(
      8 * error,
    );
  });
});
