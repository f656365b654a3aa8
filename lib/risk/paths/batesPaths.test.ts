import { describe, expect, test } from "vitest";
import { batesPrices } from "@/lib/pricing/batesStrip";
import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import { hestonCharacteristic } from "@/lib/pricing/hestonCharacteristic";
import { hestonConstants } from "@/lib/pricing/hestonConstants";
import { hestonPrices } from "@/lib/pricing/hestonStrip";
import { CALM, correlationOf, errorsFrom, simulated, TWO_COINS, WILD } from "./pathFixture";

const COUNT = 40_000;
const STRIKES = [0.7, 0.9, 1, 1.1, 1.4];
const IS_PUT = STRIKES.map((strike) => strike < 1);
const WITHOUT_JUMPS = { jumpIntensity: 0, meanLogJump: 0, jumpDeviation: 0 };

function terminals(parameters: BatesParameters, days: number): Float64Array {
  const law = { ...TWO_COINS, coins: [parameters], correlation: [[1]], jumpCorrelation: [[1]] };
  const { spotFactors } = simulated({ law, times: [days / 365], seed: 11, from: 0, count: COUNT });
  return spotFactors[0]?.[0] ?? new Float64Array();
}

describe("batesPaths", () => {
  test.each([
    { name: "Bates", parameters: CALM, days: 30 },
    { name: "Bates, Feller's condition violated", parameters: WILD, days: 30 },
    { name: "a correlation above 0", parameters: { ...WILD, correlation: 0.7 }, days: 20 },
    { name: "a correlation of −1", parameters: { ...CALM, correlation: -1 }, days: 10 },
    { name: "jumps by the day", parameters: { ...CALM, jumpIntensity: 400, jumpDeviation: 0.02 }, days: 12.5 },
    { name: "a variance from 0", parameters: { ...WILD, initialVariance: 0 }, days: 30 },
    { name: "no volatility of variance", parameters: { ...CALM, volatilityOfVariance: 0 }, days: 14 },
  ])("default: options by paths and by the transform agree: $name", ({ parameters, days }) => {
    const timeToExpiryYears = days / 365;
    const prices = batesPrices(parameters, { forward: 1, strikes: STRIKES, isPut: IS_PUT, timeToExpiryYears });
    const spots = terminals(parameters, days);
    for (const [index, strike] of STRIKES.entries()) {
      const payoff = spots.map((spot) => Math.max(0, IS_PUT[index] ? strike - spot : spot - strike));
      // A payoff that hardly any path has counts no standard errors.
      if (payoff.filter((paid) => paid > 0).length < 100) continue;
      expect(errorsFrom(prices[index] ?? Number.NaN, payoff)).toBeLessThan(4);
    }
  });

  test("default: without jumps they are Heston's", () => {
    const parameters = { ...WILD, ...WITHOUT_JUMPS };
    const strip = { forward: 1, strikes: [0.95], isPut: [true], timeToExpiryYears: 14 / 365 };
    const payoff = terminals(parameters, 14).map((spot) => Math.max(0, 0.95 - spot));
    expect(errorsFrom(hestonPrices(parameters, strip)[0] ?? Number.NaN, payoff)).toBeLessThan(4);
  });

  test.each([CALM, WILD])("default: E[S^(½ + iu)] is the transform's", (parameters) => {
    const law = hestonCharacteristic(hestonConstants(parameters, 30 / 365), "none");
    const spots = terminals(parameters, 30);
    const exponent = new Float64Array(8);
    for (const u of [0, 1, 3, 8, 20]) {
      law.exponentAt(u, exponent);
      const [size, angle] = [Math.exp(exponent[0] ?? 0), exponent[1] ?? 0];
      const wave = (turn: number) => spots.map((spot) => Math.sqrt(spot) * Math.cos(u * Math.log(spot) - turn));
      expect(errorsFrom(size * Math.cos(angle), wave(0))).toBeLessThan(4);
      if (u > 0) expect(errorsFrom(size * Math.sin(angle), wave(Math.PI / 2))).toBeLessThan(4);
    }
  });

  test("behavior: prices of the coins move together as their shocks do", () => {
    const coin = { ...CALM, ...WITHOUT_JUMPS };
    const law = { ...TWO_COINS, coins: [coin, { ...coin, correlation: 0.3 }] };
    const { spotFactors } = simulated({ law, times: [2 / 365], seed: 3, from: 0, count: COUNT });
    const logs = spotFactors.map((times) => (times[0] ?? new Float64Array()).map(Math.log));
    const found = correlationOf(logs[0] as Float64Array, logs[1] as Float64Array);
    expect(Math.abs(found - 0.8)).toBeLessThan((4 * (1 - 0.8 ** 2)) / Math.sqrt(COUNT));
  });

  test.each([0, 0.5, 1])(
    "behavior: with a share of %d in common, jumps strike both coins as often as they must",
    (share) => {
      const still = { ...CALM, initialVariance: 0, longRunVariance: 0, jumpIntensity: 20 };
      const coins = [still, { ...still, jumpIntensity: 40 }];
      const law = { ...TWO_COINS, coins, commonJumpShare: share };
      const { spotFactors } = simulated({ law, times: [1 / 365], seed: 8, from: 0, count: COUNT });
      const meanJump = Math.expm1(still.meanLogJump + still.jumpDeviation ** 2 / 2);
      const struck = coins.map(({ jumpIntensity }, coin) => {
        const drift = (-jumpIntensity * meanJump) / 365;
        return (spotFactors[coin]?.[0] ?? new Float64Array()).map((spot) => +(Math.abs(Math.log(spot) - drift) > 1e-6));
      });
      const [one, other] = struck as [Float64Array, Float64Array];
      const none = (intensity: number) => Math.exp(-intensity / 365);
      expect(errorsFrom(1 - none(20), one)).toBeLessThan(4);
      expect(errorsFrom(1 - none(40), other)).toBeLessThan(4);
      const both = one.map((value, index) => value * (other[index] ?? 0));
      expect(errorsFrom(1 - none(20) - none(40) + none(60 - 20 * share), both)).toBeLessThan(4);
    },
  );

  test("behavior: volatility follows the mean variance of the life that is left", () => {
    const law = { ...TWO_COINS, referenceYears: 14 / 365 };
    const { volatilityFactors } = simulated({ law, times: [30 / 365], seed: 1, from: 0, count: COUNT });
    for (const [coin, parameters] of [CALM, WILD].entries()) {
      const { initialVariance, longRunVariance, meanReversion, jumpIntensity, meanLogJump, jumpDeviation } = parameters;
      const jumps = jumpIntensity * (meanLogJump ** 2 + jumpDeviation ** 2);
      const pull = meanReversion * law.referenceYears;
      const meanVariance = (variance: number) =>
        jumps + longRunVariance + ((variance - longRunVariance) * (1 - Math.exp(-pull))) / pull;
      const expected = longRunVariance + (initialVariance - longRunVariance) * Math.exp((-meanReversion * 30) / 365);
      const ratio = meanVariance(expected) / meanVariance(initialVariance);
      const squares = (volatilityFactors[coin] ?? new Float64Array()).map((factor) => factor ** 2);
      expect(errorsFrom(ratio, squares)).toBeLessThan(4);
    }
  });
});
